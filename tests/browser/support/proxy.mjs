// A proxy between the browser and the world that writes down everything the browser sends, whichever part of it sends.

import { createServer, request as forward } from 'node:http';

/**
 * Chromium's own questions to its maker, which no switch stops. The page's requests to the same hosts would be in the
 * page's own record.
 */
const MAKER = ['update.googleapis.com', 'content-autofill.googleapis.com', 'accounts.google.com', 'clients2.google.com'];

/** Whether the browser sent something for itself. */
export function isBrowsersOwn({ method, url }) {
  const host = method === 'CONNECT' ? url.split(':')[0] : new URL(url).hostname;
  return MAKER.includes(host);
}

/** Starts a proxy; `sent` fills with what passes, and only what is meant for `site` is passed on. */
export async function startProxy(site) {
  const sent = [];
  const server = createServer((asked, answer) => {
    sent.push({ method: asked.method, url: asked.url, bytes: Number(asked.headers['content-length'] ?? 0) });
    if (!asked.url.startsWith(site)) return answer.writeHead(502).end();
    const { method, headers, url } = asked;
    const onward = forward(url, { method, headers }, (reply) => {
      answer.writeHead(reply.statusCode, reply.headers);
      reply.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  });
  // Sockets and encrypted requests ask for a tunnel first; none is given.
  server.on('connect', (asked, socket) => {
    sent.push({ method: 'CONNECT', url: asked.url, bytes: 0 });
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const stop = () => (server.closeAllConnections(), server.close());
  return { sent, stop, settings: { proxy: { server: `http://127.0.0.1:${server.address().port}` } } };
}
