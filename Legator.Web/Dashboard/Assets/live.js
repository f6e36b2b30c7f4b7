// Keeps the marked part of a page fresh: the server renders it anew, this puts it in place.
// With data-events it follows the run's journal; without, it asks every data-every seconds.
(() => {
  const part = document.querySelector('[data-live]');
  if (!part) return;

  let busy = false;
  let again = false;

  const openKeys = () => new Set([...part.querySelectorAll('details[open][id]')].map(d => d.id));

  async function refresh() {
    if (busy) { again = true; return; }
    busy = true;
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, redirect: 'manual' });
      if (answer.type === 'opaqueredirect') { location.reload(); return; }
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.querySelector('[data-live]');
      if (!fresh || fresh.innerHTML === part.innerHTML) return;
      const open = openKeys();
      const focus = document.activeElement?.id;
      for (const d of fresh.querySelectorAll('details[id]')) if (open.has(d.id)) d.open = true;
      part.replaceChildren(...fresh.childNodes);
      if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
    } catch {
      document.body.classList.add('offline');
      return;
    } finally {
      busy = false;
      if (again) { again = false; setTimeout(refresh, 50); }
    }
    document.body.classList.remove('offline');
  }

  const typing = () => part.contains(document.activeElement) && /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);

  if (part.dataset.events) {
    let timer;
    const source = new EventSource(part.dataset.events);
    const soon = () => { clearTimeout(timer); timer = setTimeout(refresh, 120); };
    source.addEventListener('run-event', soon);
    source.addEventListener('end', () => { source.close(); soon(); setTimeout(refresh, 1500); });
    source.onerror = () => document.body.classList.add('offline');
    source.onopen = () => document.body.classList.remove('offline');
  }

  const every = Number(part.dataset.every || 0) * 1000;
  if (every > 0) setInterval(() => { if (!document.hidden && !typing()) refresh(); }, every);
})();
