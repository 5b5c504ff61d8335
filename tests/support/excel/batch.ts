import { Refusal } from './refusal.ts';
import { isRemote, type Remote } from './remote.ts';

/** A batch as office.js writes it. */
export interface Batch {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

interface Action {
  readonly Id: number;
  /** 1 instantiate, 2 query, 3 method, 4 set, 5 trace. */
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: Arguments;
  readonly QueryInfo?: { readonly Select?: readonly string[]; readonly Expand?: readonly string[] };
}

interface ObjectPath {
  readonly Id: number;
  /** 1 root, 2 new object, 3 method, 4 property, 5 indexer, 6 kept reference, 7 null object. */
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: Arguments;
}

interface Arguments {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly number[] | null;
}

/** What a batch gives: results of actions up to the first that was refused. */
export interface BatchAnswer {
  readonly Results: { readonly ActionId: number; readonly Value: unknown }[];
  readonly Error?: { readonly Code: string; readonly Message: string; readonly Location: string; readonly ActionIndex: number };
}

/** Objects that the library keeps beyond a batch, by the reference it was given. */
export type References = Map<string, Remote>;

/** What a batch is carried out on. */
export interface BatchContext {
  readonly root: Remote;
  /** Objects that are made by a name of their own. */
  readonly services: Readonly<Record<string, Remote>>;
  readonly references: References;
  /** Where members are noted that the model does not have. */
  readonly unknown: string[];
}

/** Carries out a batch against the root object. */
export function runBatch(batch: Batch, { root, services, references, unknown }: BatchContext): BatchAnswer {
  const resolved = new Map<number, Remote | null>();

  const notSimulated = (remote: Remote, member: string): Refusal => new Refusal('ApiNotSimulated', `${remote.type}.${member}`);
  const argumentsOf = ({ Arguments: plain = [], ReferencedObjectPathIds: paths }: Arguments = {}): readonly unknown[] =>
    plain.map((value, k) => (typeof paths?.[k] === 'number' && paths[k] > 0 ? resolve(paths[k]) : value));
  const call = (remote: Remote, name: string, args: readonly unknown[]): unknown => {
    if (name === '_KeepReference') return undefined;
    const method = remote.call?.[name];
    if (!method) throw notSimulated(remote, `${name}()`);
    return method(...args);
  };
  const resolve = (id: number): Remote | null => {
    if (!resolved.has(id)) resolved.set(id, follow(id));
    return resolved.get(id) ?? null;
  };
  const follow = (id: number): Remote | null => {
    const path = batch.ObjectPaths[id];
    if (!path) throw new Refusal('InvalidObjectPath', `path ${id} is missing`);
    const { ObjectPathType: type, Name: name, ParentObjectPathId: parentId = 0 } = path;
    if (type === 1) return root;
    if (type === 6) return name === ROOT ? root : (references.get(name) ?? null);
    if (type === 7) return null;
    if (type === 2) {
      const service = services[name];
      if (!service) throw notSimulated({ type: 'new' }, name);
      return service;
    }
    const parent = resolve(parentId);
    if (parent === null) return null;
    if (type === 3) {
      const result = call(parent, name, argumentsOf(path.ArgumentInfo));
      return isRemote(result) ? result : null;
    }
    if (type === 4) {
      const member = parent.to?.[name];
      if (!member) throw notSimulated(parent, name);
      return member();
    }
    if (!parent.item) throw notSimulated(parent, 'getItem()');
    return parent.item(argumentsOf(path.ArgumentInfo)[0]);
  };
  const properties = (remote: Remote, select: readonly string[]): Record<string, unknown> => {
    const result: Record<string, unknown> = remote.id === undefined ? {} : { _Id: remote.id };
    for (const name of select) {
      const member = name.charAt(0).toUpperCase() + name.slice(1);
      const getter = remote.get?.[member];
      if (!getter) throw notSimulated(remote, member);
      result[member] = getter();
    }
    return result;
  };
  const query = (remote: Remote, { Select: select = [], Expand: expand = [] }: NonNullable<Action['QueryInfo']>): unknown => {
    if (expand.length > 0) throw notSimulated(remote, `load(${expand.join()})`);
    if (!remote.items) return properties(remote, select);
    return { _Items: remote.items().map((one) => properties(one, select)) };
  };
  const identity = (id: number, remote: Remote): Record<string, unknown> => {
    if (remote === root) return { _ReferenceId: ROOT };
    if (remote.kept) {
      const reference = [...references].find(([, one]) => one === remote)?.[0] ?? `range-${references.size + 1}-${id}`;
      references.set(reference, remote);
      return { _ReferenceId: reference };
    }
    return remote.id === undefined ? {} : { _Id: remote.id };
  };
  const perform = (action: Action): unknown => {
    if (action.ActionType === 5) return null; // a marker of the library's own
    const remote = resolve(action.ObjectPathId);
    if (remote === null) return null;
    switch (action.ActionType) {
      case 1:
        return identity(action.ObjectPathId, remote);
      case 2:
        return query(remote, action.QueryInfo ?? {});
      case 3:
        return call(remote, action.Name, argumentsOf(action.ArgumentInfo)) ?? null;
      case 4: {
        const setter = remote.set?.[action.Name];
        if (!setter) throw notSimulated(remote, `${action.Name} =`);
        setter(argumentsOf(action.ArgumentInfo)[0]);
        return null;
      }
      default:
        throw notSimulated(remote, `action ${action.ActionType}`);
    }
  };

  const Results: BatchAnswer['Results'] = [];
  for (const [k, action] of batch.Actions.entries()) {
    try {
      Results.push({ ActionId: action.Id, Value: perform(action) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === 'ApiNotSimulated') unknown.push(error.message);
      return { Results, Error: { Code: error.code, Message: error.message, Location: error.location || action.Name, ActionIndex: k } };
    }
  }
  return { Results };
}

const ROOT = 'workbook';
