// Sends the chosen files one by one, with progress and a receipt for each. Without it the form sends them all at once.
(() => {
  'use strict';
  const largest = 50 * 1024 * 1024;
  const form = document.querySelector('form[data-upload]');
  if (!form) return;
  const list = form.querySelector('[data-progress]');
  const chooser = form.querySelector('input[type=file]');
  const button = form.querySelector('button');

  // Files may be dropped where they are chosen.
  const place = chooser.closest('.field');
  place.classList.add('drop');
  place.querySelector('.hint').textContent += ' Du kan också dra dem hit.';
  for (const kind of ['dragenter', 'dragover', 'dragleave', 'drop']) {
    place.addEventListener(kind, event => {
      event.preventDefault();
      place.classList.toggle('over', kind === 'dragenter' || kind === 'dragover');
    });
  }
  place.addEventListener('drop', event => {
    if (event.dataTransfer.files.length > 0) chooser.files = event.dataTransfer.files;
  });

  // Whoever leaves while files are under way is asked first.
  let sending = false;
  addEventListener('beforeunload', event => {
    if (sending) event.preventDefault();
  });

  // What has come in is told by the page itself, fetched anew.
  const showReceived = async () => {
    try {
      const answer = await fetch(form.dataset.upload, { cache: 'no-store', headers: { Accept: 'text/html' } });
      const now = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('inkommet-lista');
      if (answer.ok && now) document.getElementById('inkommet-lista').replaceWith(now);
    } catch {
      // The receipts stand above; the list is right when the page is opened again.
    }
  };

  const make = (tag, text, cssClass) => {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    if (cssClass) element.className = cssClass;
    return element;
  };

  const row = file => {
    const item = make('div', '', 'sending');
    const bar = make('progress');
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute('aria-label', file.name);
    item.append(make('strong', file.name), bar);
    list.append(item);
    const say = (text, cssClass) => {
      bar.remove();
      item.append(make('span', text, cssClass));
    };
    return {
      progress: part => { bar.value = part; },
      done: receipt => {
        say('Har kommit in.', 'ok');
        const hash = make('span', '', 'hash');
        hash.append(make('span', 'SHA-256 ', 'quiet'), make('code', receipt.sha256));
        item.append(hash);
      },
      fault: text => say(text, 'fault'),
    };
  };

  const problem = request => {
    try {
      return JSON.parse(request.responseText).detail;
    } catch {
      return null;
    }
  };

  const send = (file, shown) => new Promise(resolve => {
    const request = new XMLHttpRequest();
    const name = form.elements.namn.value.trim();
    request.open('PUT', `${form.dataset.upload}/${encodeURIComponent(file.name)}${name ? `?namn=${encodeURIComponent(name)}` : ''}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.addEventListener('progress', event => {
      if (event.lengthComputable) shown.progress(event.loaded / event.total);
    });
    request.addEventListener('load', () => {
      if (request.status === 201) shown.done(JSON.parse(request.responseText));
      else shown.fault(problem(request) || `Det gick inte att ta emot filen (${request.status}). Försök igen.`);
      resolve();
    });
    request.addEventListener('error', () => {
      shown.fault('Förbindelsen bröts. Inget av filen har sparats; försök igen.');
      resolve();
    });
    request.send(file);
  });

  form.addEventListener('submit', async event => {
    event.preventDefault();
    button.disabled = true;
    sending = true;
    list.replaceChildren();
    const files = [...chooser.files].map(file => ({ file, shown: row(file) }));
    for (const { file, shown } of files) {
      if (file.size > largest) shown.fault('Filen är större än 50 MB. Spara den i mindre storlek eller dela den.');
      else if (file.size === 0) shown.fault('Filen är tom. Spara den på nytt.');
      else await send(file, shown);
    }
    sending = false;
    if (list.querySelector('.ok')) await showReceived();
    chooser.value = '';
    button.disabled = false;
  });
})();
