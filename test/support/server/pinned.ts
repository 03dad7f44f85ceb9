import type { IDataObject } from 'n8n-workflow';

import type { SavedWorkflow } from '../../../harness/n8n-server';
import type { TestSetup } from '.';

/** What a value is made of: the fields of objects and the kinds of values, without the values. */
function shapeOf(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(shapeOf);
	if (typeof value !== 'object' || value === null) return typeof value;
	return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shapeOf(each)]));
}

/** The items that a trigger has given in published runs of a workflow, oldest first. */
export async function triggerItemsOf(
	setup: TestSetup,
	{ id }: SavedWorkflow,
	trigger: string,
): Promise<IDataObject[]> {
	const executions = await setup.executionsOf(id, 1);
	return executions.flatMap(({ data }) => {
		const [run] = data.resultData.runData[trigger] ?? [];
		return (run?.data?.main[0] ?? []).map(({ json }) => json);
	});
}

/** Whether a shape has every field of another one. */
function covers(shape: unknown, part: unknown): boolean {
	if (typeof part !== 'object' || part === null) return shape === part;
	if (typeof shape !== 'object' || shape === null) return false;
	const fields = new Map<string, unknown>(Object.entries(shape));
	return Object.entries(part).every(([name, each]) => covers(fields.get(name), each));
}

/**
 * Expects the sample that is pinned to a trigger to be what the trigger really gives: some item of the
 * published runs has the same fields in the same order, with values of the same kinds.
 *
 * @param options `partly`: the item may have more fields than the sample
 */
export async function expectPinned(
	setup: TestSetup,
	workflow: SavedWorkflow,
	trigger: string,
	{ partly = false } = {},
): Promise<void> {
	const [pinned] = workflow.pinData?.[trigger] ?? [];
	const sample = shapeOf(pinned?.json);
	const given = (await triggerItemsOf(setup, workflow, trigger)).map(shapeOf);
	if (partly) expect(given.filter((item) => covers(item, sample))).not.toEqual([]);
	else expect(given.map((item) => JSON.stringify(item))).toContain(JSON.stringify(sample));
}
