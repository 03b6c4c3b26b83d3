import type { Config } from '@tanstack/router-plugin/vite';

/** Where the route files stand; shared by Vite and `npm run routes`. */
export const routerOptions = {
  target: 'react',
  autoCodeSplitting: true,
  routesDirectory: './src/routes',
  generatedRouteTree: './src/app/routeTree.gen.ts',
  quoteStyle: 'single',
  semicolons: true,
} satisfies Partial<Config>;
