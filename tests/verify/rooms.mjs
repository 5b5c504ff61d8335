import { posix } from 'node:path';
import { textFiles } from './files.mjs';

/**
 * What each room may import: other rooms, packages, and Node's own modules only where `node` says so. A room may always import itself.
 * Of `types` it may import types alone, so that nothing of them comes into what browsers load.
 */
const ROOMS = [
  { room: 'core', rooms: [], packages: ['zod'], node: false },
  { room: 'contract', rooms: ['core'], packages: ['zod'], node: false },
  { room: 'seeds', rooms: ['core'], packages: [], node: true },
  { room: 'xlsx', rooms: ['core'], packages: ['fflate'], node: false },
  { room: 'templates/upload', rooms: ['core', 'xlsx'], packages: [], node: false },
  {
    room: 'templates',
    rooms: ['core', 'seeds', 'xlsx', 'templates/upload'],
    packages: ['docx', 'docx/charts', 'exceljs', 'fflate', 'uqr'],
    node: true,
  },
  {
    room: 'functions',
    rooms: ['core', 'contract', 'seeds', 'templates', 'xlsx', 'templates/upload'],
    packages: [
      '@azure/data-tables',
      '@azure/functions',
      '@azure/identity',
      '@azure/storage-blob',
      'fflate',
      'jose',
      'libsql',
      'nodemailer',
      'zod',
    ],
    node: true,
  },
  { room: 'addin/api', rooms: ['core'], types: ['contract', 'zod'], packages: [], node: false },
  { room: 'addin/excel', rooms: ['core'], packages: [], node: false },
  {
    room: 'addin/ui',
    rooms: ['core', 'addin/api'],
    types: ['contract'],
    packages: ['preact', 'uqr', '@noble/hashes', '@azure/msal-browser'],
    node: false,
  },
  {
    room: 'addin/pane',
    rooms: ['core', 'addin/api', 'addin/ui', 'addin/excel'],
    types: ['contract'],
    packages: ['preact', '@azure/msal-browser'],
    node: false,
  },
  {
    room: 'addin/web',
    rooms: ['core', 'addin/api', 'addin/ui', 'xlsx', 'templates/upload'],
    types: ['contract'],
    packages: ['preact', 'postal-mime', '@azure/msal-browser/redirect-bridge'],
    node: false,
  },
  // A page for browsers, though it stands among the tests.
  {
    room: 'tests/addin/pane/self-test',
    rooms: ['core', 'addin/ui', 'addin/excel', 'addin/pane'],
    packages: ['preact'],
    node: false,
  },
  {
    room: 'host',
    rooms: ['core', 'contract', 'seeds', 'xlsx', 'templates/upload', 'templates', 'functions'],
    packages: ['@azure/functions', '@azure/data-tables', 'jose', 'zod'],
    node: true,
  },
  { room: 'cli', rooms: ['core', 'seeds', 'templates', 'xlsx', 'templates/upload', 'functions'], packages: ['zod'], node: true },
];

// Rooms that see everything, but build no workbook: that is what templates is for.
const WITHOUT = [
  { room: 'host', packages: ['exceljs'] },
  { room: 'demo', packages: ['exceljs'] },
  { room: 'tools', packages: ['exceljs'] },
];

// Folders of `functions`: each may import those before it.
const LAYERS = ['store', 'identity', 'mail', 'periods', 'reports', 'jobs', 'http'];

const IMPORT =
  /(?:\b(?:import|export)(?<type>\s+type\b)?[^'";()]*\bfrom|\bimport|\bimport\s*\(|\brequire\s*\()\s*['"](?<specifier>[^'"\n]+)['"]/g;

/** Imports run one way between the rooms, and only templates knows exceljs. */
export const rooms = {
  name: 'imports between rooms',
  run: async () =>
    textFiles()
      .filter(({ path }) => /\.tsx?$/.test(path))
      .flatMap(({ path, text }) =>
        importsIn(text)
          .filter((one) => !isAllowed(path, one) || isUpward(path, one))
          .map(({ specifier }) => `${path}: must not import ${specifier}`),
      ),
};

const importsIn = (text) =>
  [...withoutComments(text).matchAll(IMPORT)].map(({ groups: { type, specifier } }) => ({ specifier, isType: type !== undefined }));

const withoutComments = (text) => text.replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');

function isAllowed(path, { specifier, isType }) {
  const room = ROOMS.find((one) => path.startsWith(`${one.room}/`));
  const types = (isType && room?.types) || [];
  if (specifier.startsWith('.')) return !room || [room.room, ...room.rooms, ...types].includes(roomOf(targetOf(path, specifier), room));
  if (specifier.startsWith('node:')) return room?.node ?? true;
  if (room) return isOneOf([...room.packages, ...types], specifier);
  return !WITHOUT.some((one) => path.startsWith(`${one.room}/`) && isOneOf(one.packages, specifier));
}

function isUpward(path, { specifier }) {
  if (!specifier.startsWith('.')) return false;
  const [from, to] = [path, targetOf(path, specifier)].map(layerOf);
  return from >= 0 && to > from;
}

const targetOf = (path, specifier) => posix.join(posix.dirname(path), specifier);
const layerOf = (path) => LAYERS.findIndex((layer) => path.startsWith(`functions/${layer}/`));

/** The room of an imported file; the version in package.json is at home in every room that knows Node. */
const roomOf = (path, from) =>
  path === 'package.json' && from.node ? from.room : ROOMS.find(({ room }) => path.startsWith(`${room}/`))?.room;

const isOneOf = (packages, specifier) => packages.some((name) => specifier === name || specifier.startsWith(`${name}/`));
