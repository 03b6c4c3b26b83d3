import { defineConfig } from '@hey-api/openapi-ts';

export default defineConfig({
  input: '../openapi/openapi.json',
  parser: {
    patch: {
      // `src/app/idempotency.ts` sends it with every action that takes one; no call has to think of it.
      operations(_method, _path, operation) {
        const parameters = operation.parameters?.filter(
          (parameter) => !('name' in parameter && parameter.name === 'Idempotency-Key'),
        );
        if (parameters) Object.assign(operation, { parameters });
      },
    },
  },
  output: { path: 'src/api/gen' },
  plugins: [
    { name: '@hey-api/client-fetch', throwOnError: true, baseUrl: false },
    '@hey-api/typescript',
    '@hey-api/sdk',
    { name: '@tanstack/react-query', queryOptions: true, infiniteQueryOptions: false, mutationOptions: false },
    { name: 'zod', compatibilityVersion: 'mini' },
  ],
});
