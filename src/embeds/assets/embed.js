'use strict';
(() => {
  const root = document.documentElement;
  const around = window.parent;
  if (around === window) return;
  const isWord = text => typeof text === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(text);
  // Read when it is needed: a site may add its secret to the address after the frame was loaded.
  const fromHash = name => {
    const value = new URLSearchParams(location.hash.replace(/^#\??/, '')).get(name);
    return isWord(value) ? value : '';
  };
  let id = fromHash('id');
  // What is said is public, so anybody around may hear it.
  const say = message => around.postMessage(message, '*');
  const tell = () => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    const secret = fromHash('secret');
    if (secret) say({ message: 'height', value: height, secret });
    say({ type: 'kembar:height', v: 1, id, height });
  };
  // At once and by itself: browsers let a frame that is not seen wait with everything that belongs to drawing, and some sites show a frame
  // only when they have heard of it.
  tell();
  window.addEventListener('load', tell);
  window.addEventListener('resize', tell);
  new ResizeObserver(tell).observe(root);
  window.addEventListener('hashchange', tell);
  window.addEventListener('message', event => {
    const said = event.data;
    if (event.source !== around || typeof said !== 'object' || said === null) return;
    const isHello = said.type === 'kembar:hello' && said.v === 1 && isWord(said.id);
    if (isHello) id = said.id;
    if (isHello || (said.message === 'ready' && isWord(said.secret) && said.secret === fromHash('secret'))) tell();
  });
  document.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    const secret = fromHash('secret');
    if (!link || !secret || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    say({ message: 'link', value: link.href, secret });
  });
})();
