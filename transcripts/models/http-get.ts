import http from 'node:http'
import https from 'node:https'
import type { Socket } from 'node:net'
import tls from 'node:tls'
import { proxyFor } from './proxy.js'

const MAX_REDIRECTS = 10
const IDLE_MS = 60_000
const REDIRECTS = new Set([301, 302, 303, 307, 308])

export interface GetOptions {
  headers?: Record<string, string>
  signal?: AbortSignal | undefined
}

/**
 * GET with redirects, proxies from the environment, and a minute's patience with a silent line. (fetch has no proxy in
 * Node 20 without a further dependency.) The caller reads or destroys the response's body.
 * @throws Error of the network; "Redirected …" when redirects don't end or would leave TLS.
 */
export async function httpGet(address: string, options: GetOptions = {}): Promise<http.IncomingMessage> {
  let url = new URL(address)
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const response = await getOnce(url, options)
    if (!REDIRECTS.has(response.statusCode ?? 0)) return response
    response.destroy()
    const next = new URL(response.headers.location ?? '', url)
    if (next.protocol !== 'https:' && (next.protocol !== 'http:' || url.protocol === 'https:')) {
      throw new Error(`Redirected from ${url.protocol} to ${next.protocol}`)
    }
    url = next
  }
  throw new Error('Redirected too many times')
}

async function getOnce(url: URL, { headers = {}, signal }: GetOptions): Promise<http.IncomingMessage> {
  signal?.throwIfAborted()
  const proxy = proxyFor(url)
  // Through a tunnel Node would name port 80 as the host's.
  const own = { host: url.host, 'user-agent': 'ordagrant', ...headers }
  const common = { method: 'GET', headers: own, signal, agent: false }
  let request: http.ClientRequest
  if (proxy === null) {
    request = (url.protocol === 'https:' ? https : http).request(url, common as https.RequestOptions)
  } else if (url.protocol === 'http:') {
    request = http.request({
      ...(common as http.RequestOptions),
      host: proxy.hostname,
      port: proxy.port || 80,
      path: url.href,
      headers: { ...own, ...authorization(proxy) },
    })
  } else {
    const socket = await tunnel(proxy, url, signal)
    request = https.request(url, {
      ...(common as https.RequestOptions),
      // With an agent, Node would not ask createConnection.
      agent: undefined,
      createConnection: () => tls.connect({ socket, servername: url.hostname, ALPNProtocols: ['http/1.1'] }),
    })
  }
  return new Promise((resolve, reject) => {
    request.setTimeout(IDLE_MS, () => request.destroy(new Error(`No answer from ${url.host} for a minute`)))
    request.on('response', resolve)
    request.on('error', reject)
    request.end()
  })
}

/** A connection to the url's host through an HTTP proxy (RFC 9110, CONNECT). */
function tunnel(proxy: URL, url: URL, signal: AbortSignal | undefined): Promise<Socket> {
  const target = `${url.hostname}:${url.port || 443}`
  const client = proxy.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    const request = client.request({
      method: 'CONNECT',
      host: proxy.hostname,
      port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
      path: target,
      headers: { host: target, ...authorization(proxy) },
      agent: false,
      ...(signal ? { signal } : {}),
    })
    request.setTimeout(IDLE_MS, () => request.destroy(new Error(`No answer from the proxy ${proxy.host} for a minute`)))
    request.on('connect', (response, socket) => {
      if (response.statusCode === 200) resolve(socket)
      else {
        socket.destroy()
        reject(new Error(`The proxy ${proxy.host} answered ${response.statusCode}`))
      }
    })
    request.on('response', (response) => {
      response.destroy()
      reject(new Error(`The proxy ${proxy.host} answered ${response.statusCode}`))
    })
    request.on('error', reject)
    request.end()
  })
}

function authorization(proxy: URL): Record<string, string> {
  if (proxy.username === '') return {}
  const pair = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` }
}
