// Tells how far a computation is while the page is open. Without this file the page looks again by itself.
'use strict';
(() => {
  const place = document.querySelector('[data-progress]');
  if (!place) return;
  const bar = place.querySelector('progress');
  const words = place.querySelector('#progress-words');
  let wait = 1000;
  const look = async () => {
    try {
      const answer = await fetch(place.dataset.progress, { credentials: 'same-origin', cache: 'no-store' });
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      const job = await answer.json();
      if (job.is_over) {
        location.reload();
        return;
      }
      bar.value = job.hundredths;
      // The same words again would be read out again.
      if (words.textContent !== job.words) words.textContent = job.words;
      wait = 1000;
    } catch {
      // The line may be back in a moment.
      wait = Math.min(wait * 2, 30000);
    }
    setTimeout(look, wait);
  };
  setTimeout(look, wait);
})();
