"""What people see: a file per tab, the strings, the theme, the reader."""
