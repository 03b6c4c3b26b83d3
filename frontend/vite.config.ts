import { fileURLToPath } from 'node:url';
import { lingui } from '@lingui/vite-plugin';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { cssLayers } from './vite/css-layers.ts';
import { linguiMacro } from './vite/lingui-macro.ts';
import { pwaOptions } from './vite/pwa.ts';
import { routerOptions } from './vite/router.ts';

const server = process.env['VLIEGWIEL_URL'] ?? 'http://127.0.0.1:8080';
const proxy = { '/api': server, '/dev': server, '/health': server };

export default defineConfig(({ mode, command }) => ({
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  plugins: [
    mode === 'test' ? null : tanstackRouter(routerOptions),
    cssLayers(),
    linguiMacro(),
    lingui({ failOnMissing: command === 'build', failOnCompileError: true }),
    // the library's English is American; it serves en-GB too, and without it every dialog would fail in English
    { ...optimizeLocales.vite({ locales: ['nl-NL', 'en-US'] }), enforce: 'pre' },
    react(),
    mode === 'test' ? null : VitePWA(pwaOptions),
  ],
  server: { host: '127.0.0.1', proxy },
  preview: { host: '127.0.0.1', proxy },
  build: {
    // light-dark() and relative colours set this floor.
    target: ['chrome123', 'firefox128', 'safari17.5'],
    manifest: true,
    // No data: addresses: the content security policy allows only files of our own host.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test/setup.ts'],
    env: { TZ: 'UTC' },
    restoreMocks: true,
    unstubGlobals: true,
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
}));
