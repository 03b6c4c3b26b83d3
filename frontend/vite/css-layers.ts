import type { Plugin } from 'vite';

const order = '@layer tokens, base, ui, feature;';

/**
 * Begins each of our style sheets with the order of the layers.
 * The sheets of routes load in any order, and the first sheet that names a layer would otherwise fix its place.
 */
export function cssLayers(): Plugin {
  return {
    name: 'css-layers',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/.*\.css$/ },
      handler: (code) => ({ code: `${order}\n${code}`, map: null }),
    },
  };
}
