/** Values of every kind that a caller may pass by mistake or malice. */
export function garbage() {
    const thrower = () => { throw new Error("from the caller's code"); };
    const traps = { get: thrower, has: thrower, ownKeys: thrower, getPrototypeOf: thrower, getOwnPropertyDescriptor: thrower };
    const revoked = Proxy.revocable([], {});
    revoked.revoke();
    const cyclic = { on: "2026-11-24" };
    cyclic.education = cyclic.indicator = cyclic;
    const list = [];
    list.push(list);
    let deep = {};
    for (let level = 0; level < 100000; level++) deep = { education: deep };
    class Answers { get education() { return "bachelor"; } }
    return [
        null, undefined, true, false, 0, -0, 1, -1.5, NaN, Infinity, -Infinity, 1e308, 2 ** 53, 5e-324, 10n, 2n ** 80n,
        "", "shanghai", "2026-11-24", "x".repeat(5e6), "\ud800", "\0", "constructor", Symbol("s"), Symbol.iterator,
        [], [[]], [null], ["2020-01-01"], [NaN], new Array(4294967295), Object.freeze([1n]), list,
        {}, { a: { b: {} } }, { education: {} }, { on: {} }, { length: 1e9, 0: "2020-01-01" }, Object.create(null),
        { __proto__: { education: "bachelor", on: "2026-11-24" } }, JSON.parse('{"__proto__": {"education": 1}}'),
        { constructor: 1, toString: 2, valueOf: 3, hasOwnProperty: 4 },
        { get education() { return thrower(); }, get on() { return thrower(); }, toJSON: thrower },
        { [Symbol.toPrimitive]: thrower, [Symbol.toStringTag]: "Object" }, { get [Symbol.toStringTag]() { return thrower(); } },
        new Answers(), cyclic, deep, new Proxy({}, traps), new Proxy([], traps), new Proxy(() => 1, traps), revoked.proxy,
        new Date(), new Date(NaN), new Map([["education", "bachelor"]]), new Set(["education"]), new WeakMap(), /x/,
        new String("shanghai"), new Number(36), new Boolean(false), Object(10n), new Error("x"), Promise.resolve(1),
        new Uint8Array(8), new ArrayBuffer(8), () => 1, class {}, globalThis, document, Math, JSON, Reflect, Intl,
    ];
}

/** A copy of a JSON value with one part, chosen by a number, replaced, taken out or doubled. */
export function mutated(json, seed, values) {
    const copy = JSON.parse(json);
    const places = [];
    const walk = (node) => {
        for (const key of Object.keys(node)) {
            places.push([node, key]);
            if (node[key] !== null && typeof node[key] === "object") walk(node[key]);
        }
    };
    walk(copy);
    const next = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
    const pick = (list) => list[Math.floor(next() * list.length)];
    const [node, key] = pick(places);
    const [other, otherKey] = pick(places);
    const deed = pick(["replace", "replace", "move", "remove"]);
    if (deed === "replace") node[key] = pick(values);
    else if (deed === "move") node[key] = JSON.parse(JSON.stringify(other[otherKey]));
    else if (Array.isArray(node)) node.splice(Number(key), 1);
    else delete node[key];
    copy.id = "mutant";
    return copy;
}
