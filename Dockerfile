# The whole service on the province's own server: host, functions, embedded store, pages. Not built by its authors (no Docker there);
# the same steps were run by hand. TLS is for the proxy in front.
FROM node:22-bookworm-slim

WORKDIR /app
RUN chown node:node /app && mkdir /data && chown node:node /data && chmod 700 /data
USER node

# Packages first, from the lock file and with their install scripts off (.npmrc): a layer that changes when they do.
COPY --chown=node:node package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund
COPY --chown=node:node . .
RUN node tools/build.mjs

ENV NODE_ENV=production PORT=7071 PHULUC_HOST=0.0.0.0 PHULUC_DATA=/data PHULUC_KEYS=/data/keys.json
VOLUME /data
EXPOSE 7071
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:7071/api/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "host/start.mjs"]
