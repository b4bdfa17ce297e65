// The reader: every [n], card and title opens its article in one <dialog>, at the marked words.
// The server sends the article as escaped HTML with the words already marked: offsets are code
// points there and UTF-16 units here.
(() => {
  'use strict';

  const said = (name) => document.querySelector(`meta[name="kutip-${name}"]`)?.content ?? '';
  let dialog, place, name, apart, opened = 0;

  function build() {
    dialog = document.createElement('dialog');
    dialog.id = 'k-reader';
    dialog.setAttribute('aria-label', said('reader'));
    const bar = document.createElement('div');
    bar.className = 'k-bar';
    name = document.createElement('p');
    name.className = 'k-bar-name';
    apart = document.createElement('a');
    apart.className = 'k-apart';
    apart.target = '_blank';
    apart.rel = 'noopener';
    apart.textContent = said('apart');
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'k-close';
    close.setAttribute('aria-label', said('close'));
    close.textContent = '×';
    close.addEventListener('click', () => dialog.close());
    bar.append(name, apart, close);
    place = document.createElement('div');
    place.className = 'k-place-article';
    place.tabIndex = 0;
    dialog.append(bar, place);
    // A click on the backdrop has the dialog itself as its target.
    dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
    dialog.addEventListener('close', () => {
      document.documentElement.classList.remove('k-reading');
      opened += 1;
      if (history.state?.kutipReader) history.back();
    });
    window.addEventListener('popstate', () => { if (dialog.open) dialog.close(); });
    document.body.append(dialog);
  }

  function message(text, kind) {
    const line = document.createElement('p');
    line.className = kind;
    line.textContent = text;
    place.replaceChildren(line);
  }

  async function open(href) {
    if (!dialog) build();
    const mine = ++opened;
    message(said('loading'), 'k-muted');
    name.textContent = '';
    apart.href = href;
    if (!dialog.open) {
      dialog.showModal();
      document.documentElement.classList.add('k-reading');
      // So that "back" on a phone closes the reader instead of leaving the page.
      history.pushState({...history.state, kutipReader: true}, '');
    }
    let html;
    try {
      const address = new URL(href, location.href);
      address.searchParams.set('bagian', '1');
      const response = await fetch(address);
      html = await response.text();
    } catch {
      html = null;
    }
    if (mine !== opened) return;
    if (html === null) { message(said('failed'), 'k-error'); return; }
    place.innerHTML = html;
    place.scrollTop = 0;
    name.textContent = place.querySelector('.k-article')?.dataset.title ?? '';
    const mark = place.querySelector('mark');
    if (mark) mark.scrollIntoView({block: 'center'});
    place.focus({preventScroll: true});
  }

  document.addEventListener('click', (event) => {
    const skip = event.target.closest?.('a[data-skip]');
    if (skip) {
      event.preventDefault();
      const fields = document.querySelectorAll('#k-tabs textarea, #k-tabs input[type="text"]');
      [...fields].find((field) => field.offsetParent !== null)?.focus();
      return;
    }
    const link = event.target.closest?.('a[data-reader]');
    // With a modifier key the link opens as a page of its own, as any link does.
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    open(link.getAttribute('href'));
  });

  // A pop-over of the masthead closes with Esc and with a click elsewhere.
  const closePopovers = (except) => document.querySelectorAll('.k-refused[open]').forEach((d) => {
    if (d !== except) d.open = false;
  });
  document.addEventListener('click', (event) => closePopovers(event.target.closest?.('.k-refused')));
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') closePopovers(null); });

  // [n] and the words that it cites light up together.
  for (const [type, on] of [['mouseover', true], ['mouseout', false], ['focusin', true], ['focusout', false]]) {
    document.addEventListener(type, (event) => {
      const at = event.target.closest?.('.k-cite, .k-cited li[data-n]');
      const turn = at?.closest('.k-turn');
      turn?.querySelectorAll(`.k-cite[data-n="${at.dataset.n}"], .k-cited li[data-n="${at.dataset.n}"]`)
        .forEach((e) => e.classList.toggle('k-lit', on));
    });
  }

  // A verdict is of what was checked: it fades once the quotation or its speaker is another.
  document.addEventListener('input', (event) => {
    if (event.target.closest?.('#k-quote, #k-claimed')) {
      document.querySelector('#k-checked .k-check')?.classList.add('k-stale');
    }
  });

  // What Gradio does not show: that the reader is signed out, or that too many ask at once.
  let crowded;
  function sayCrowded() {
    clearTimeout(crowded?.timer);
    crowded ??= Object.assign(document.createElement('p'), {className: 'k-crowded', role: 'alert'});
    crowded.textContent = said('crowded');
    document.body.append(crowded);
    crowded.timer = setTimeout(() => crowded.remove(), 11000);
  }
  const plainFetch = window.fetch.bind(window);
  window.fetch = async (...given) => {
    const response = await plainFetch(...given);
    if (response.status === 401) {
      location.assign('/masuk?lanjut=' + encodeURIComponent(location.pathname + location.search));
    } else if (response.status === 429 || response.status === 503) {
      sayCrowded();
    }
    return response;
  };

  // Ready to type on a computer; on a phone that would raise the keyboard over the examples.
  const typing = matchMedia('(hover: hover) and (pointer: fine)').matches;
  let focused = !typing;

  // What Gradio calls in English whatever the page's language is.
  const uploads = '[aria-label="Click to upload or drop files"], [aria-label="File upload"]';

  // A new turn comes into view from its question, and again once its answer has come.
  let turns = 0, pending = false;
  new MutationObserver(() => {
    const box = focused ? null : document.querySelector('#k-question textarea');
    if (box) { focused = true; box.focus({preventScroll: true}); }
    document.querySelectorAll(uploads).forEach((field) => field.setAttribute('aria-label', said('upload')));
    // A result below the fold, or whose beginning is above it, comes into view, once.
    const arrived = document.querySelector('[data-arrived]');
    if (arrived) {
      arrived.removeAttribute('data-arrived');
      const {top} = arrived.getBoundingClientRect();
      if (top < 0 || top > innerHeight * 0.6) arrived.scrollIntoView({block: 'start'});
    }
    const all = document.querySelectorAll('.k-turn');
    // A conversation begun anew.
    if (all.length === 0 && turns > 0) {
      scrollTo(0, 0);
      if (typing) document.querySelector('#k-question textarea')?.focus({preventScroll: true});
    }
    const waiting = document.querySelector('.k-pending') !== null;
    if (all.length === turns && !(pending && !waiting)) { pending = waiting; return; }
    turns = all.length;
    pending = waiting;
    if (turns) requestAnimationFrame(() => all[turns - 1]?.scrollIntoView({block: 'start'}));
  }).observe(document.documentElement, {childList: true, subtree: true});
})();
