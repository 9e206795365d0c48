# The bot in a container. Not yet built or run in a container: no container runtime was at hand. What
# its stages do was done by hand instead: `npm ci`, the build, `npm ci --omit=dev --ignore-scripts` in an
# empty folder, and a start from there. docs/operations.md tells how to use it.

FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
RUN npm run build

FROM node:22-bookworm-slim
LABEL org.opencontainers.image.title="Verbatim" \
      org.opencontainers.image.description="A Discord bot that answers questions about a news story by quoting the articles that reported it" \
      org.opencontainers.image.licenses="MIT AND CC-BY-SA-4.0 AND OFL-1.1 AND MPL-2.0"
WORKDIR /app
# The health port listens within the container's own network: nobody reaches it until it is published.
ENV NODE_ENV=production \
    MALLOC_ARENA_MAX=2 \
    MALLOC_MMAP_THRESHOLD_=131072 \
    CORPUS_DIR=/corpus \
    DATA_DIR=/data \
    HEALTH_HOST=0.0.0.0 \
    HEALTH_PORT=9464
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force
COPY LICENSE NOTICE.md ./
COPY --from=build /app/dist ./dist
# What the bot answers from until a folder is mounted there.
COPY seeds /corpus
RUN install --directory --owner=node --group=node /data
VOLUME ["/corpus", "/data"]
USER node
EXPOSE 9464
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=2m --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HEALTH_PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=2", "dist/main.js"]
