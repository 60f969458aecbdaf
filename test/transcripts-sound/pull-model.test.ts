import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { UserError } from '#model'
import { httpGet } from '../../transcripts/models/http-get.js'
import { listModels, pullModel, resolveModel, verifyModel } from '../../transcripts/models/index.js'
import { chooseFiles } from '../../transcripts/models/model-layout.js'
import { modelsHome } from '../../transcripts/models/models-home.js'
import { proxyFor } from '../../transcripts/models/proxy.js'

const COMMIT = 'c0ffee'.padEnd(40, '0')
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const gitBlob = (bytes: Buffer) => createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')

/** Small stand-ins; the large ones stand for files the hub keeps in LFS. */
const FILES: Record<string, Buffer> = {
  'onnx/encoder_model_quantized.onnx': Buffer.alloc(300_000, 'encoder '),
  'onnx/decoder_model_merged_quantized.onnx': Buffer.alloc(500_000, 'decoder '),
  'onnx/decoder_model_merged_quantized.onnx_data': Buffer.alloc(1000, 'data'),
  'onnx/encoder_model.onnx': Buffer.alloc(10, 'x'),
  'tokenizer.json': Buffer.from('{}'),
  'config.json': Buffer.from('{"a":1}'),
  'generation_config.json': Buffer.from('{"b":2}'),
  'preprocessor_config.json': Buffer.from('{"c":3}'),
  'README.md': Buffer.from('not fetched'),
}
const WANTED = Object.keys(FILES)
  .filter((path) => path !== 'README.md' && path !== 'onnx/encoder_model.onnx')
  .sort()

let home: string
let server: Server
let base: string
let asked: { url: string; range: string | undefined }[]
/** What a test makes of a request before the well-behaved hub answers it; true: it was answered. */
let mischief: (request: IncomingMessage, response: ServerResponse) => boolean

beforeEach(async () => {
  for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY', 'ORDAGRANT_MODEL_MIRROR']) {
    vi.stubEnv(name, '')
    vi.stubEnv(name.toLowerCase(), '')
  }
  home = await mkdtemp(join(tmpdir(), 'ordagrant-models-'))
  asked = []
  mischief = () => false
  server = createServer((request, response) => {
    asked.push({ url: request.url!, range: request.headers.range })
    if (!mischief(request, response)) hub(request, response)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(async () => {
  vi.unstubAllEnvs()
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
  await rm(home, { recursive: true, force: true })
})

function hub(request: IncomingMessage, response: ServerResponse): void {
  const url = request.url!
  if (url.startsWith('/api/models/lab/hear/revision/strict?')) {
    const siblings = Object.entries(FILES).map(([rfilename, bytes]) => ({
      rfilename,
      size: bytes.length,
      blobId: gitBlob(bytes),
      ...(bytes.length > 500 ? { lfs: { sha256: sha256(bytes), size: bytes.length, pointerSize: 1 } } : {}),
    }))
    response.end(JSON.stringify({ id: 'lab/hear', sha: COMMIT, siblings }))
    return
  }
  const path = url.replace(/^(?:\/cdn)?\/lab\/hear\/resolve\/[0-9a-f]{40}\//, '')
  const bytes = FILES[path]
  if (!bytes) {
    response.writeHead(404).end('no')
    return
  }
  // As the real hub does: large files lie elsewhere.
  if (bytes.length > 500 && !url.startsWith('/cdn')) {
    response.writeHead(302, { location: `/cdn${url}` }).end()
    return
  }
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
  if (from > 0) response.writeHead(206, { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` })
  response.end(bytes.subarray(from))
}

const pull = (spec = 'lab/hear@strict', more = {}) =>
  pullModel(spec, { mirror: base, modelsHome: home, retryMs: 1, ...more })

async function errorOf(run: Promise<unknown>): Promise<UserError> {
  const error = await run.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof UserError)) throw error ?? new Error('Nothing was thrown')
  return error
}

test('fetches what it needs, through redirects, verifies and locks it; the second pull fetches nothing', async () => {
  const told: number[] = []
  const model = await pull('lab/hear@strict', { onProgress: ({ bytes }: { bytes: number }) => told.push(bytes) })
  expect(model).toMatchObject({ name: 'lab/hear', revision: COMMIT, directory: join(home, 'lab', 'hear', COMMIT) })
  const lock = JSON.parse(await readFile(join(model.directory, 'models.lock.json'), 'utf8'))
  expect(Object.keys(lock.files).sort()).toEqual(WANTED)
  expect((await readFile(model.files.encoder)).equals(FILES['onnx/encoder_model_quantized.onnx']!)).toBe(true)
  expect(told).toEqual([...told].sort((a, b) => a - b))
  expect(told.at(-1)).toBe(WANTED.reduce((sum, path) => sum + FILES[path]!.length, 0))
  expect((await verifyModel(model)).verified).toHaveLength(WANTED.length)
  asked = []
  expect((await pull()).sha256).toBe(model.sha256)
  expect(asked).toHaveLength(1)
})

test('goes on where a cut connection stopped', async () => {
  let cuts = 0
  mischief = (request, response) => {
    if (!request.url!.startsWith('/cdn') || !request.url!.includes('decoder_model_merged_quantized.onnx') || cuts > 0)
      return false
    if (request.url!.endsWith('_data')) return false
    cuts++
    const bytes = FILES['onnx/decoder_model_merged_quantized.onnx']!
    response.writeHead(200, { 'content-length': bytes.length })
    response.write(bytes.subarray(0, 200_000), () => response.destroy())
    return true
  }
  const model = await pull()
  expect((await readFile(model.files.decoder)).equals(FILES['onnx/decoder_model_merged_quantized.onnx']!)).toBe(true)
  const ranges = asked
    .filter(({ url, range }) => url.startsWith('/cdn') && range !== undefined)
    .map(({ range }) => range!)
  expect(ranges).toHaveLength(1)
  const from = Number(/^bytes=(\d+)-$/.exec(ranges[0]!)![1])
  expect(from).toBeGreaterThan(0)
  expect(from).toBeLessThanOrEqual(200_000)
})

test('goes on where an earlier run stopped; begins anew when the server knows no ranges', async () => {
  const target = join(home, 'lab', 'hear', COMMIT, 'onnx', 'encoder_model_quantized.onnx.part')
  await mkdir(join(target, '..'), { recursive: true })
  await writeFile(target, FILES['onnx/encoder_model_quantized.onnx']!.subarray(0, 1000))
  mischief = (request, response) => {
    if (!request.url!.startsWith('/cdn') || request.headers.range === undefined) return false
    response.end(FILES['onnx/encoder_model_quantized.onnx'])
    return true
  }
  const model = await pull()
  expect(asked.some(({ range }) => range === 'bytes=1000-')).toBe(true)
  expect((await readFile(model.files.encoder)).equals(FILES['onnx/encoder_model_quantized.onnx']!)).toBe(true)
})

test.each(['onnx/encoder_model_quantized.onnx', 'config.json'])(
  'a wrong hash of %s is refused and nothing is kept',
  async (path) => {
    mischief = (request, response) => {
      if (!request.url!.endsWith(path) || (FILES[path]!.length > 500 && !request.url!.startsWith('/cdn'))) return false
      const other = Buffer.from(FILES[path]!)
      other[3]! ^= 1
      response.end(other)
      return true
    }
    const error = await errorOf(pull())
    expect(error).toMatchObject({ id: 'download-damaged', exitCode: 3 })
    expect(existsSync(join(home, 'lab', 'hear', COMMIT, path))).toBe(false)
    expect(existsSync(join(home, 'lab', 'hear', COMMIT, `${path}.part`))).toBe(false)
    expect(await listModels({ modelsHome: home })).toHaveLength(1)
  },
)

test('a server that sends more than it published is stopped', async () => {
  mischief = (request, response) => {
    if (!request.url!.endsWith('/tokenizer.json')) return false
    response.end(Buffer.alloc(100_000))
    return true
  }
  expect((await errorOf(pull())).message).toContain('sent more')
})

test('says what is wrong: no such model, no file, no ONNX, no hub, a name that climbs', async () => {
  expect(await errorOf(pull('lab/none'))).toMatchObject({ id: 'hub-no-model', exitCode: 2 })
  mischief = (request, response) => {
    if (!request.url!.endsWith('tokenizer.json')) return false
    response.writeHead(404).end()
    return true
  }
  expect((await errorOf(pull())).message).toContain('answered 404')
  mischief = (_, response) => {
    response.end(JSON.stringify({ sha: COMMIT, siblings: [{ rfilename: 'model.safetensors', size: 1 }] }))
    return true
  }
  expect((await errorOf(pull())).message).toContain('onnx/encoder_model_quantized.onnx')
  mischief = (_, response) => {
    response.end('<html>')
    return true
  }
  expect(await errorOf(pull())).toMatchObject({ id: 'hub-unreachable', exitCode: 3 })
  expect((await errorOf(pull('lab/../../etc'))).id).toBe('model-name')
})

test('redirects that do not end, or end nowhere we go, are errors', async () => {
  mischief = (_, response) => {
    response.writeHead(302, { location: '/again' }).end()
    return true
  }
  await expect(httpGet(base)).rejects.toThrow('too many')
  mischief = (_, response) => {
    response.writeHead(302, { location: 'file:///etc/passwd' }).end()
    return true
  }
  await expect(httpGet(base)).rejects.toThrow('Redirected from http: to file:')
})

test('stops when told to', async () => {
  const controller = new AbortController()
  mischief = (request, response) => {
    if (!request.url!.startsWith('/cdn')) return false
    response.write('x')
    controller.abort(new Error('enough'))
    return true
  }
  await expect(pull('lab/hear@strict', { signal: controller.signal })).rejects.toThrow('enough')
})

test('a proxy gets the whole address for http, and CONNECT with the credentials for https', async () => {
  const seen: string[] = []
  const proxy = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`)
    hub(Object.assign(request, { url: new URL(request.url!).pathname + new URL(request.url!).search }), response)
  })
  proxy.on('connect', (request, socket) => {
    seen.push(`CONNECT ${request.url} ${request.headers['proxy-authorization']}`)
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready))
  const address = `127.0.0.1:${(proxy.address() as AddressInfo).port}`
  try {
    vi.stubEnv('HTTP_PROXY', `http://${address}`)
    vi.stubEnv('HTTPS_PROXY', `http://me:p%40ss@${address}`)
    await pullModel('lab/hear@strict', { mirror: 'http://hub.invalid/', modelsHome: home, retryMs: 1 })
    expect(seen[0]).toBe('GET http://hub.invalid/api/models/lab/hear/revision/strict?blobs=true')
    expect(asked).toEqual([])
    await expect(httpGet('https://hub.invalid/x')).rejects.toThrow('answered 502')
    expect(seen.at(-1)).toBe(`CONNECT hub.invalid:443 Basic ${Buffer.from('me:p@ss').toString('base64')}`)
  } finally {
    proxy.closeAllConnections()
    proxy.close()
  }
})

test('which addresses go through which proxy', () => {
  const env = {
    HTTPS_PROXY: 'proxy.example:8080',
    http_proxy: 'http://plain.example',
    NO_PROXY: '.intern.se,localhost, 10.0.0.1:8443',
  }
  const by = (url: string) => proxyFor(new URL(url), env)?.host ?? null
  expect(by('https://hub.example/x')).toBe('proxy.example:8080')
  expect(by('http://hub.example/x')).toBe('plain.example')
  expect(by('https://modeller.intern.se/x')).toBeNull()
  expect(by('https://intern.se/x')).toBeNull()
  expect(by('https://notintern.se/x')).toBe('proxy.example:8080')
  expect(by('http://localhost:1/x')).toBeNull()
  expect(by('https://10.0.0.1:8443/x')).toBeNull()
  expect(by('https://10.0.0.1/x')).toBe('proxy.example:8080')
})

test('finds pulled models by name, revision and commit; tells how to get the others', async () => {
  await pull()
  for (const name of ['lab/hear', 'lab/hear@strict', `lab/hear@${COMMIT.slice(0, 8)}`]) {
    expect((await resolveModel(name, { modelsHome: home })).revision).toBe(COMMIT)
  }
  const error = await errorOf(resolveModel('lab/hear@loose', { modelsHome: home }))
  expect(error.exitCode).toBe(2)
  expect(error.text.sv).toContain('ordagrant model pull lab/hear@loose')
  expect((await listModels({ modelsHome: home })).map((model) => model.name)).toEqual(['whisper-base', 'lab/hear'])
})

test('takes a directory as it is, copies it when pulled, and says what a directory lacks', async () => {
  const source = join(home, 'mapp med å')
  await mkdir(join(source, 'onnx'), { recursive: true })
  expect((await errorOf(resolveModel(source))).message).toContain('tokenizer.json')
  for (const path of WANTED) await writeFile(join(source, path), FILES[path]!)
  const plain = await resolveModel(source)
  expect(plain).toMatchObject({
    name: 'mapp med å',
    revision: null,
    externalData: [join(source, 'onnx/decoder_model_merged_quantized.onnx_data')],
  })
  expect((await verifyModel(plain)).unlocked).toHaveLength(WANTED.length)
  const copied = await pull(source)
  expect(copied.sha256).toBe(plain.sha256)
  expect(copied.directory.startsWith(join(home, 'local'))).toBe(true)
})

test('a pulled file that changed is told; what was verified is remembered', async () => {
  const cacheDir = join(home, 'cache')
  const model = await pull()
  await verifyModel(model, { cacheDir })
  expect(JSON.parse(await readFile(join(cacheDir, 'model-digests.json'), 'utf8'))[model.files.encoder].sha256).toMatch(
    /^[0-9a-f]{64}$/,
  )
  await verifyModel(model, { cacheDir })
  const changed = Buffer.from(FILES['onnx/encoder_model_quantized.onnx']!)
  changed[9]! ^= 1
  await writeFile(model.files.encoder, changed)
  expect(await errorOf(verifyModel(model, { cacheDir }))).toMatchObject({ id: 'model-damaged', exitCode: 3 })
  await appendFile(join(model.directory, 'models.lock.json'), 'x')
  expect((await errorOf(verifyModel(model))).message).toContain('models.lock.json')
})

test('the embedded model is whole', async () => {
  const model = await resolveModel(null)
  expect(model).toMatchObject({ name: 'whisper-base', revision: null })
  expect(await verifyModel(model)).toMatchObject({ unlocked: [] })
  expect((await resolveModel('whisper-base')).sha256).toBe(model.sha256)
})

test('precisions in order, for layouts of other exporters', () => {
  const rest = ['tokenizer.json', 'config.json', 'generation_config.json', 'preprocessor_config.json']
  const choose = (...onnx: string[]) => chooseFiles([...rest, ...onnx.map((name) => `onnx/${name}.onnx`)])
  expect(
    choose('encoder_model', 'encoder_model_fp16', 'decoder_model_merged_int8', 'decoder_model_merged'),
  ).toMatchObject({
    parts: { encoder: 'onnx/encoder_model.onnx', decoder: 'onnx/decoder_model_merged_int8.onnx' },
  })
  expect(choose('encoder_model')).toEqual({ missing: ['onnx/decoder_model_merged_quantized.onnx'] })
})

test('the models home of each system', () => {
  expect(modelsHome({ ORDAGRANT_MODELS: '/srv/models' }, 'linux')).toBe('/srv/models')
  expect(modelsHome({ XDG_DATA_HOME: '/data' }, 'linux')).toBe(join('/data', 'ordagrant', 'models'))
  expect(modelsHome({}, 'darwin')).toContain('Application Support')
  expect(modelsHome({ LOCALAPPDATA: 'C:/x' }, 'win32')).toBe(join('C:/x', 'ordagrant', 'models'))
})
