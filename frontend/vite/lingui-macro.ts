import { transformAsync } from '@babel/core';
import type { Plugin } from 'vite';

const importsMacro = /from\s*['"]@lingui\/(core|react)\/macro['"]/;

/**
 * Expands the Lingui macros before React's own transform, which no longer runs Babel.
 * Only files that import a macro pass through Babel, so builds stay fast.
 */
export function linguiMacro(): Plugin {
  return {
    name: 'lingui-macro',
    enforce: 'pre',
    transform: {
      // The router splits a route's component off under the file's name with a query.
      filter: { id: /\.tsx?(\?|$)/, code: importsMacro },
      async handler(code, id) {
        const isTSX = /\.tsx(\?|$)/.test(id);
        const result = await transformAsync(code, {
          filename: id,
          babelrc: false,
          configFile: false,
          sourceMaps: true,
          plugins: [
            ['@babel/plugin-syntax-typescript', { isTSX }],
            '@babel/plugin-syntax-jsx',
            '@lingui/babel-plugin-lingui-macro',
          ],
        });
        return result?.code == null ? null : { code: result.code, map: result.map };
      },
    },
  };
}
