import * as z from 'zod';
import { taggedAnswer } from './answer.ts';
import { madeOnce } from './made-once.ts';
import { PROBLEMS } from './problem.ts';
import type { AnyRoute, OpenRoute } from './route.ts';
import { ProblemDetails } from './shapes.ts';
import { version } from './version.ts';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document, made from the schemas that parse the requests. */
export function openApi(routes: readonly AnyRoute[]): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route) };
  return {
    openapi: '3.1.0',
    info: { title: 'Phụ lục số', version, description: 'Nộp, kiểm tra, tổng hợp báo cáo Phụ lục của kế hoạch phát triển Chính quyền số.' },
    servers: [{ url: '/api' }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', description: 'Khóa truy cập (pls_…) hoặc mã của Microsoft Entra ID.' } },
    },
  };
}

function operation(route: AnyRoute): Json {
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
  const refusals = byStatus(route);
  return {
    operationId: route.id,
    summary: route.summary,
    security: 'open' in route ? [] : [{ bearer: [] }],
    parameters: [...parameters, ...queries, ...headers],
    ...(route.takes && { requestBody: { required: true, content: content(route.takes, 'input') } }),
    responses: {
      ...Object.fromEntries(
        Object.entries(route.gives).map(([status, bodies]) => [
          status,
          { description: 'Được', ...(Object.keys(bodies).length > 0 && { content: content(bodies, 'output') }) },
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(refusals).map(([status, names]) => [
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

function byStatus({ refuses }: AnyRoute): Record<string, AnyRoute['refuses']> {
  const groups: Record<string, AnyRoute['refuses']> = {};
  for (const name of refuses) groups[PROBLEMS[name].status] = [...(groups[PROBLEMS[name].status] ?? []), name];
  return groups;
}

const content = (bodies: Readonly<Record<string, z.ZodType | null>>, io: 'input' | 'output'): Json =>
  Object.fromEntries(
    Object.entries(bodies).map(([type, shape]) => [type, { schema: shape ? schemaOf(shape, io) : { type: 'string', format: 'binary' } }]),
  );

function schemaOf(shape: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _schema, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' });
  return schema;
}

export function getOpenApi(routes: readonly AnyRoute[]): OpenRoute {
  const document = madeOnce(openApi);
  const self: OpenRoute = {
    method: 'GET',
    path: '/openapi.json',
    id: 'getOpenApi',
    summary: 'Mô tả giao diện lập trình (OpenAPI 3.1)',
    headers: ['If-None-Match'],
    gives: { 200: { 'application/json': null }, 304: {} },
    refuses: [],
    open: async (request) => taggedAnswer(request, document([...routes, self])),
  };
  return self;
}
