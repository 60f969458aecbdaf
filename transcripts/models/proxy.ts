type Environment = Record<string, string | undefined>

/**
 * The proxy that the environment names for an address, null for none: `HTTPS_PROXY` or `HTTP_PROXY` by the address's
 * scheme, `ALL_PROXY` for both, in either case; `NO_PROXY` lists hosts and domains (`*` all) that go straight.
 */
export function proxyFor(url: URL, env: Environment = process.env): URL | null {
  const read = (name: string) => env[name.toLowerCase()] || env[name] || ''
  const address = read(url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY') || read('ALL_PROXY')
  if (address === '' || goesStraight(url, read('NO_PROXY'))) return null
  const proxy = new URL(address.includes('://') ? address : `http://${address}`)
  if (proxy.protocol !== 'http:' && proxy.protocol !== 'https:') {
    throw new Error(`A proxy of kind ${proxy.protocol} is not supported: give an http or https proxy`)
  }
  return proxy
}

function goesStraight(url: URL, list: string): boolean {
  return list
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true
      const [, host, port] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(entry.toLowerCase())!
      if (port !== undefined && port !== (url.port || (url.protocol === 'https:' ? '443' : '80'))) return false
      return url.hostname === host || url.hostname.endsWith(`.${host}`)
    })
}
