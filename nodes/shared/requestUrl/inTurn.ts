const last = new Map<string, Promise<unknown>>();

/** Carries out what is asked for one key in turn: two triggers of an app that are published at once do not overtake each other. */
export async function inTurn<T>(key: string, act: () => Promise<T>): Promise<T> {
	const before = last.get(key) ?? Promise.resolve();
	const own = before.then(act, act);
	const end = own.catch(() => undefined);
	last.set(key, end);
	void end.then(() => {
		if (last.get(key) === end) last.delete(key);
	});
	return await own;
}
