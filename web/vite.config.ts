import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import Components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import { defineConfig } from 'vitest/config'
import { offline } from './offline.ts'

export default defineConfig({
  plugins: [
    vue(),
    // Element Plus by use; our own components are imported by name so that a reader can follow them.
    Components({ dirs: [], dts: false, resolvers: [ElementPlusResolver({ importStyle: 'css', directives: false })] }),
    offline(['/campaigns/VisitsPage.vue', '/campaigns/VisitPage.vue']),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    port: Number(process.env.YITI_CONSOLE_PORT ?? 5173),
    proxy: { '/api': process.env.YITI_API ?? 'http://127.0.0.1:8080' },
  },
  build: {
    outDir: process.env.YITI_CONSOLE_OUT ?? 'target/classes/static',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'echarts', test: /node_modules[\\/](echarts|zrender)/ },
            { name: 'element-plus', test: /node_modules[\\/](element-plus|@element-plus|@floating-ui|dayjs|async-validator|lodash-es|@popperjs|@vueuse)[\\/]/ },
            { name: 'vue', test: /node_modules[\\/](@vue|vue|vue-router|vue-i18n|@intlify|pinia)[\\/]/ },
          ],
        },
      },
    },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.spec.ts'],
    reporters: ['default', 'json'],
    outputFile: { json: 'target/vitest.json' },
    server: { deps: { inline: ['element-plus'] } },
  },
})
