// Keys of the desk. Everything they do can be done without them: they press what is on the page.
(() => {
  'use strict';
  const page = document.querySelector('[data-review]');
  const help = document.getElementById('keys');
  if (!page || !help) return;
  const STORE = 'kembar-desk-keys';
  const usual = {};
  for (const field of help.querySelectorAll('[data-key-of]')) usual[field.dataset.keyOf] = field.defaultValue;

  // Kept in this browser alone; where it may keep nothing, the usual keys hold.
  const read = () => {
    try { return JSON.parse(localStorage.getItem(STORE)) || {}; } catch { return {}; }
  };
  const write = (kept) => {
    try { localStorage.setItem(STORE, JSON.stringify(kept)); } catch { /* not kept, and works until the page is left */ }
  };
  let kept = read();
  const keyOf = (deed) => (kept.keys && kept.keys[deed]) || usual[deed];
  const deedOf = (key) => Object.keys(usual).find((deed) => keyOf(deed) === key);

  const rows = () => [...page.querySelectorAll('[data-row]')];
  const present = () => rows().findIndex((row) => row.contains(document.activeElement));
  const move = (by) => {
    const all = rows();
    if (!all.length) return;
    const from = present();
    const to = from < 0 ? 0 : Math.min(Math.max(from + by, 0), all.length - 1);
    const link = all[to].querySelector('th a');
    link.focus();
    link.scrollIntoView({ block: 'nearest' });
  };
  const here = () => rows()[Math.max(present(), 0)];
  const press = (selector) => {
    const control = page.querySelector(selector);
    if (control) control.click();
    return Boolean(control);
  };
  // In the queue a decision is about the picked rows, or about this one; the preview asks back.
  const inQueue = (...codes) => {
    const row = here();
    if (!row) return;
    if (!page.querySelector('[name=pick]:checked')) row.querySelector('[name=pick]').checked = true;
    codes.some((code) => {
      const button = page.closest('form').querySelector(`button[name=deed][value=${code}]`);
      if (button) button.click();
      return Boolean(button);
    });
  };
  const isQueue = page.dataset.review === 'queue';
  const against = (code) => {
    if (isQueue) return inQueue(code);
    const choice = page.querySelector(`.against input[value=${code}]`);
    if (!choice) return;
    choice.closest('details').open = true;
    choice.checked = true;
    document.getElementById('reason_code').focus();
  };
  const show = (dialog) => { if (dialog && !dialog.open) dialog.showModal(); };

  const deeds = {
    next: () => move(1),
    previous: () => move(-1),
    open: () => { const row = here(); if (row) row.querySelector('th a').click(); },
    select: () => { const row = here(); if (row) row.querySelector('[name=pick]').click(); },
    yes: () => (isQueue ? inQueue('recommend', 'approve') : show(document.getElementById('confirm'))),
    reject: () => against('reject'),
    defer: () => against('defer'),
    claim: () => press('[data-key=c]'),
    undo: () => document.querySelector('[data-key=u]')?.click(),
    search: () => {
      const narrowing = document.querySelector('.narrow-queue');
      if (!narrowing) return;
      narrowing.open = true;
      document.getElementById('state').focus();
    },
    help: () => show(help),
  };

  const isWriting = (target) =>
    target.isContentEditable || target.closest('textarea, select, input:not([type=checkbox]):not([type=radio])') !== null;

  document.addEventListener('keydown', (event) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    if (event.key === 'Enter' && event.ctrlKey && target.matches('.fields textarea')) {
      event.preventDefault();
      target.form.requestSubmit();
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat && event.key !== keyOf('next') && event.key !== keyOf('previous')) return;
    if (isWriting(target) || document.querySelector('dialog[open]')) return;
    const deed = deedOf(event.key);
    if (!deed || (kept.off && deed !== 'help')) return;
    event.preventDefault();
    deeds[deed]();
  });

  // The dialog: on or off, and other keys.
  const on = document.getElementById('keys-on');
  const fill = () => {
    on.checked = !kept.off;
    for (const field of help.querySelectorAll('[data-key-of]')) field.value = keyOf(field.dataset.keyOf);
  };
  fill();
  on.addEventListener('change', () => { kept = { ...kept, off: !on.checked }; write(kept); });
  help.addEventListener('change', (event) => {
    const deed = event.target.dataset.keyOf;
    if (!deed) return;
    const key = event.target.value;
    const taken = key.length !== 1 || (deedOf(key) && deedOf(key) !== deed);
    event.target.setAttribute('aria-invalid', String(Boolean(taken)));
    if (taken) { fill(); return; }
    kept = { ...kept, keys: { ...kept.keys, [deed]: key } };
    write(kept);
  });
  document.getElementById('keys-reset').addEventListener('click', () => { kept = {}; write(kept); fill(); });
  for (const button of document.querySelectorAll('[data-close]')) button.addEventListener('click', () => button.closest('dialog').close());
  for (const hint of document.querySelectorAll('[data-keys]')) {
    hint.hidden = false;
    hint.addEventListener('click', () => show(help));
  }
  // On a preview the next thing to do is to agree, or to say why.
  if (page.dataset.review === 'bulk') page.querySelector('.deciding select, .deciding button')?.focus();
})();
