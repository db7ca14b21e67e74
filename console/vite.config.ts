import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { mockServer } from './dev/mock.ts';

/**
 * `npm run dev` answers /api from a small invented brand (dev/), or from a real server when GUANXI_URL names one.
 * Neither is part of the production bundle.
 */
export default defineConfig(({ command }) => {
  const server = process.env.GUANXI_URL;
  const mocked = command === 'serve' && server === undefined && process.env.VITEST === undefined;
  return {
    plugins: [react(), ...(mocked ? [mockServer()] : [])],
    server: server === undefined ? {} : { proxy: { '/api': server, '/v1': server } },
    build: {
      target: 'es2022',
      chunkSizeWarningLimit: 900,
      manifest: true,
      // A browser fetches six files at a time: what every page begins with, and its icons, come sooner as one file than as forty.
      rolldownOptions: { output: { codeSplitting: { groups: [
        { name: 'first', tags: ['$initial'], priority: 2 },
        { name: 'icons', test: /@ant-design.icons/, minShareCount: 3, priority: 1 },
      ] } } },
    },
    test: { environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}'], setupFiles: ['dev/words.ts'] },
  };
});
