"""The style sheet of the HTML report: paper and ink, light and dark, phone, desktop and print."""

STYLE = """
:root { color-scheme: light dark;
  --paper: #f8f4eb; --card: #fffdf8; --ink: #1e1a15; --muted: #665d51; --line: #e0d7c5; --accent: #98291b;
  --good: #2f6335; --warn: #7a4b00; --mark: #ffe264; --mark-ink: #1e1a15; }
@media (prefers-color-scheme: dark) { :root {
  --paper: #161411; --card: #1f1c18; --ink: #efe8db; --muted: #b5ab9b; --line: #38332b; --accent: #f2a08e;
  --good: #9fd0a0; --warn: #e8bd6d; --mark: #e8c63f; --mark-ink: #1a1610; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 400 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; }
main { max-width: 52rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; overflow-wrap: anywhere; }
h1, h2, h3, h4, p, dl, dd, ul, ol, blockquote { margin: 0; padding: 0; }
h1 { font: 700 1.7rem/1.25 Georgia, "Noto Serif", serif; margin: .2rem 0 .6rem; }
h2 { font-size: 1rem; display: flex; flex-wrap: wrap; gap: .4rem .6rem; align-items: center; }
h3 { font-size: .95rem; margin: 1rem 0 .35rem; }
h4 { font-size: 1rem; }
small { color: var(--muted); font-size: .82em; font-weight: 400; }
h1 small { display: block; font-size: .55em; }
.wordmark { font: 700 1rem Georgia, "Noto Serif", serif; color: var(--accent); }
.meta, .meaning, .legend, .address { color: var(--muted); font-size: .9rem; }
.tally { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem 1rem; margin: .7rem 0 0; }
.quotes { list-style: none; margin-top: 1.5rem; }
.quotes > li { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 1rem;
  margin-bottom: 1rem; }
.n { font-weight: 700; min-width: 1.4em; }
.verdict, .attribution { display: inline-block; border: 1px solid var(--line); border-radius: 6px;
  padding: .1rem .5rem; font-size: .9rem; font-weight: 700; }
.verdict { border-width: 2px; }
.is-verbatim, .is-match { color: var(--good); border-color: var(--good); }
.is-altered, .is-misattributed, .is-mismatch { color: var(--accent); border-color: var(--accent); }
.is-spliced, .is-paraphrase, .is-unknown, :is(.is-verbatim, .is-match).is-warned, .warning {
  color: var(--warn); border-color: var(--warn); }
.is-paraphrase, .is-unknown, .is-not-found { border-style: dashed; }
.is-not-found, .is-unclaimed { color: var(--muted); }
.warning { font-weight: 700; }
.draft { font: 400 1.2rem/1.5 Georgia, "Noto Serif", serif; margin: .8rem 0; white-space: pre-line; }
.flags { margin: .6rem 0 0 1.1rem; }
dl > div { display: grid; grid-template-columns: 17rem 1fr; gap: .2rem .8rem; padding: .15rem 0; }
dt { color: var(--muted); font-size: .9rem; }
.words { font: 400 1.05rem/1.7 Georgia, "Noto Serif", serif; }
del { color: var(--accent); text-decoration: line-through; }
ins { color: var(--good); text-decoration: underline; font-weight: 700; }
.sources article, .nearest article { border-top: 1px solid var(--line); padding: .7rem 0;
  break-inside: avoid; }
.sources blockquote, .nearest blockquote { border-left: 3px solid var(--line); padding-left: .8rem;
  margin: .4rem 0; white-space: pre-line; }
.around { color: var(--muted); }
mark { background: var(--mark); color: var(--mark-ink); }
.nearest mark { background: none; color: inherit; text-decoration: underline dotted; }
.note { border: 1px solid var(--line); border-radius: 6px; padding: 0 .4rem; font-weight: 400;
  display: inline-block; }
a { color: var(--accent); }
.unknown { color: var(--muted); font-style: italic; }
footer { border-top: 1px solid var(--line); margin-top: 2rem; font-size: .9rem; }
footer p { margin-top: .8rem; }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
@media (max-width: 40rem) { dl > div { grid-template-columns: 1fr; } }
@media print { :root { color-scheme: light;
  --paper: #fff; --card: #fff; --ink: #000; --muted: #444; --line: #bbb; --accent: #7d1d11; --good: #1f5226;
  --warn: #5c3900; --mark: #fff1a8; --mark-ink: #000; }
  body { font-size: 10.5pt; } main { max-width: none; padding: 0; }
  .quotes > li { border-radius: 0; padding: .6rem; } h2, h3, h4 { break-after: avoid; }
  mark { border-bottom: 1px solid #000; } }
"""
