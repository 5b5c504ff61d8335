import * as z from 'zod';
import { ProblemDetails } from '../../contract/problem-details.ts';
import { PROBLEMS, type ProblemName } from '../../contract/problems.ts';
import { refusedBeforehand } from '../../contract/rights.ts';
import type { Bodies, Route } from '../../contract/route.ts';
import type { getOpenApiRoute } from '../../contract/routes/get-open-api.ts';
import { ROUTES } from '../../contract/routes.ts';
import type { Serves } from './handler.ts';
import { madeOnce } from './made-once.ts';
import { version } from './version.ts';

type Json = Record<string, unknown>;

const BASIC = { type: 'http', scheme: 'basic', description: 'Mã truy cập (pls_…) là mật khẩu; tên người dùng tùy ý.' };

/** The OpenAPI 3.1 document of routes, made from the schemas that parse the requests; `x-rights` says who may call. */
export function openApi(routes: readonly Route[]): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route) };
  return {
    openapi: '3.1.0',
    info: { title: 'Phụ lục số', version, description: 'Gửi, kiểm tra, tổng hợp báo cáo phụ lục của một kế hoạch.' },
    servers: [{ url: '/api' }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'Mã truy cập (pls_…) hoặc mã của Microsoft Entra ID.' },
        ...(routes.some(({ schemes }) => schemes?.includes('basic')) && { basic: BASIC }),
      },
    },
  };
}

function operation(route: Route): Json {
  const parameters = [...route.path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const headers = (route.headers ?? []).map((name) => ({ name, in: 'header', required: false, schema: { type: 'string' } }));
  const queries = Object.entries(route.queries ?? {}).map(([name, shape]) => ({
    name,
    in: 'query',
    required: !shape.safeParse(undefined).success,
    schema: schemaOf(shape, 'input'),
  }));
  return {
    operationId: route.id,
    summary: route.summary,
    'x-rights': route.rights,
    ...(route.readOnlyKeys && { 'x-read-only-keys': route.readOnlyKeys }),
    security: route.rights === 'anyone' ? [] : (route.schemes ?? ['bearer']).map((scheme) => ({ [scheme]: [] })),
    parameters: [...parameters, ...queries, ...headers],
    ...(route.bodies && { requestBody: { required: true, content: content(route.bodies, 'input') } }),
    responses: {
      ...Object.fromEntries(
        Object.entries(route.answers).map(([status, bodies]) => [
          status,
          { description: 'Được', ...(Object.keys(bodies).length > 0 && { content: content(bodies, 'output') }) },
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(byStatus([...refusedBeforehand(route), ...route.refuses])).map(([status, names]) => [
          status,
          {
            description: names.map((name) => `${name}: ${PROBLEMS[name].title}`).join('; '),
            content: { 'application/problem+json': { schema: schemaOf(ProblemDetails, 'output') } },
          },
        ]),
      ),
    },
  };
}

function byStatus(problems: readonly ProblemName[]): Record<string, readonly ProblemName[]> {
  const groups: Record<string, readonly ProblemName[]> = {};
  for (const name of problems) groups[PROBLEMS[name].status] = [...(groups[PROBLEMS[name].status] ?? []), name];
  return groups;
}

const content = (bodies: Bodies, io: 'input' | 'output'): Json =>
  Object.fromEntries(
    Object.entries(bodies).map(([type, shape]) => [type, { schema: shape ? schemaOf(shape, io) : { type: 'string', format: 'binary' } }]),
  );

function schemaOf(shape: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _schema, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' });
  return schema;
}

export const getOpenApi =
  (document = madeOnce(openApi)): Serves<typeof getOpenApiRoute> =>
  async (_call, reply) =>
    reply.taggedText(document(ROUTES));
