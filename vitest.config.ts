import { defineConfig } from 'vitest/config'

/** What opens no server, file or database: these tests share a process, because nothing of them can be left behind. */
const pure = [
  'packages/{kernel,text,domain,forecast,contract,application,documents,record,tables}/src/**/*.test.ts',
  'apps/web/src/**/*.test.{ts,tsx}',
  'rooms/*/src/law/**/*.test.ts',
  'tests/{walls,minutes}/**/*.test.ts',
]
/** What starts servers, browsers and databases of its own, or kills them: `npm test` alone runs these. */
const long = [
  'tests/{survive,browser,examples,rooms}/**/*.test.ts',
  'packages/store/src/postgres/**/*.test.ts',
  'packages/store/src/failures.test.ts',
  'apps/server/src/interrupted.test.ts',
]
const everything = [
  '{packages,rooms}/*/src/**/*.test.ts',
  'apps/*/src/**/*.test.{ts,tsx}',
  'tests/**/*.test.ts',
]

const shared = {
  resolve: { conditions: ['gavel-source'] },
  ssr: { resolve: { conditions: ['gavel-source'] } },
}
const patience = { testTimeout: 60_000, hookTimeout: 120_000 }

export default defineConfig({
  ...shared,
  test: {
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**', 'rooms/*/src/**', 'apps/*/src/**'],
      reporter: ['text-summary', 'html'],
    },
    projects: [
      { ...shared, test: { name: 'pure', include: pure, isolate: false, ...patience } },
      {
        ...shared,
        test: {
          name: 'world',
          include: everything,
          exclude: [...pure, ...long, '**/node_modules/**', '**/dist/**'],
          ...patience,
        },
      },
      { ...shared, test: { name: 'long', include: long, ...patience } },
    ],
  },
})
