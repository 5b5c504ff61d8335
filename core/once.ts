/** What a function makes of an object, made once; it is forgotten with the object. It never makes undefined. */
export function oncePerObject<Key extends object, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const made = new WeakMap<Key, Made>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const one = make(key);
    made.set(key, one);
    return one;
  };
}

/** What a function makes of texts or numbers, made once as long as there are no more than `most` of them; then it begins anew. */
export function oncePerValue<Key extends string | number | null, Made>(most: number, make: (key: Key) => Made): (key: Key) => Made {
  const made = new Map<Key, Made>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const one = make(key);
    if (made.size >= most) made.clear();
    made.set(key, one);
    return one;
  };
}
