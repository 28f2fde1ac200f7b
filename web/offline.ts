import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** Builds sw.js beside the console and tells it what this build is made of. @param pages those that open without a network */
export function offline(pages: string[]): Plugin {
  return {
    name: 'yiti-offline',
    apply: 'build',
    enforce: 'post',
    buildStart() {
      this.emitFile({ type: 'chunk', id: 'src/worker/sw.ts', fileName: 'sw.js' })
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((one) => one.type === 'chunk')
        const worker = chunks.find((one) => one.fileName === 'sw.js')
        const begins = chunks.find((one) => one.facadeModuleId?.endsWith('/index.html'))
        const opened = pages.map((page) => chunks.find((one) => one.facadeModuleId?.endsWith(page)))
        if (!worker || !begins || opened.includes(undefined)) return this.error('the worker, the page or one of its pages is not in the build')
        // A worker that imports is a module, which not every browser takes.
        if (worker.imports.length || worker.exports.length) return this.error('the worker shares code with the console')

        const first = new Set<string>()
        const follow = (name: string) => {
          const chunk = bundle[name]
          if (first.has(name) || chunk?.type !== 'chunk') return
          first.add(name)
          chunk.viteMetadata?.importedCss.forEach((css) => first.add(css))
          chunk.viteMetadata?.importedAssets.forEach((asset) => first.add(asset))
          chunk.imports.forEach(follow)
        }
        ;[begins, ...opened].forEach((chunk) => follow(chunk!.fileName))

        const plain = readdirSync('public').sort()
        const all = Object.keys(bundle).filter((name) => name.startsWith('assets/')).sort()
        const hash = createHash('sha256').update(worker.code).update(JSON.stringify(all))
        for (const name of plain) hash.update(readFileSync(`public/${name}`))
        const page = bundle['index.html']
        if (page?.type === 'asset') hash.update(page.source)
        const paths = (names: string[]) => names.map((name) => `/${name}`)
        const build = { id: hash.digest('hex').slice(0, 16), begins: `/${begins.fileName}`, first: paths([...first].sort()), rest: paths(all.filter((name) => !first.has(name))), plain: paths(plain) }
        worker.code = worker.code.replace('__BUILD__', () => JSON.stringify(build))
      },
    },
  }
}
