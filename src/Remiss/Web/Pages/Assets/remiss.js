// What the pages can do beyond HTML. Without it everything works all the same.
(() => {
  'use strict';

  // Live refresh: a part of the page is fetched anew while work runs, unless somebody is in it.
  for (const part of document.querySelectorAll('[data-live]')) {
    const pause = Number(part.dataset.every || 4) * 1000;
    let version = part.dataset.version || '';
    const look = async () => {
      if (document.visibilityState === 'visible' && !part.contains(document.activeElement)) {
        try {
          const answer = await fetch(part.dataset.live, { headers: version ? { 'If-None-Match': version } : {}, cache: 'no-store' });
          if (answer.status === 200) {
            version = answer.headers.get('ETag') || '';
            part.innerHTML = await answer.text();
          }
          if (answer.status === 401 || answer.status === 403 || answer.status === 404) return;
        } catch {
          // The network comes back, or it does not; what is shown stays.
        }
      }
      setTimeout(look, pause);
    };
    setTimeout(look, pause);
  }

  // What went wrong is read first: at its field, which says so itself, or else on top.
  const fault = document.querySelector('[aria-invalid=true]') || document.getElementById('fel');
  if (fault) fault.focus();

  // A link that is to be handed on.
  for (const button of document.querySelectorAll('[data-copy]')) {
    const field = document.getElementById(button.dataset.copy);
    const told = button.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      field.select();
      try {
        await navigator.clipboard.writeText(field.value);
        button.textContent = 'Kopierad';
      } catch {
        button.textContent = 'Markerad: kopiera med Ctrl+C';
      }
      setTimeout(() => { button.textContent = told; }, 4000);
    });
  }

  // A form is sent once.
  document.addEventListener('submit', event => {
    if (event.defaultPrevented || event.target.method !== 'post') return;
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = 'yes';
  });
  addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
  });
})();
