import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['gavel-source'] },
  ssr: { resolve: { conditions: ['gavel-source'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**', 'apps/*/src/**'],
      reporter: ['text-summary', 'html'],
    },
  },
})
