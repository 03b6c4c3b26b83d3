import type { VitePWAOptions } from 'vite-plugin-pwa';

/**
 * The service worker keeps the app shell and the fonts, so that the app opens without a connection.
 * It has no run-time cache: an answer of the API may hold personal data and is never stored.
 */
export const pwaOptions: Partial<VitePWAOptions> = {
  registerType: 'prompt',
  injectRegister: false,
  includeAssets: ['flywheel.svg', 'apple-touch-icon.png'],
  manifest: {
    id: '/',
    name: 'Vliegwiel',
    short_name: 'Vliegwiel',
    description: 'Ledennetwerken die op gang komen en op gang blijven.',
    lang: 'nl',
    start_url: '/',
    display: 'standalone',
    background_color: '#fbf9fc',
    theme_color: '#6b2a7a',
    icons: [
      { src: '/flywheel.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  },
  workbox: {
    globPatterns: ['**/*.{js,css,html,woff2}'],
    navigateFallback: '/index.html',
    navigateFallbackDenylist: [/^\/(api|assets|dev|embed|feeds|health|maps|problems)(\/|$)/],
    runtimeCaching: [],
    cleanupOutdatedCaches: true,
  },
};
