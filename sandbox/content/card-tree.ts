import type { Content } from './fields';

/** An element of a card, or a text, icon or column in one, and where it stands. */
export interface Placed {
	node: Content;
	tag: string;
	/** The form around it. */
	form?: Content;
	/** The tags of the containers around it, from the outside. */
	containers: string[];
}

/** Elements that hold others; a column belongs to its set. */
const CONTAINERS = ['form', 'column_set', 'interactive_container', 'collapsible_panel'];

/** What is not of the card: data for the app, and for a chart. */
const DATA = ['value', 'behaviors', 'chart_spec', 'rows'];

/** @returns everything with a tag in a part of a card, in the order in which it is written */
export function placedIn(part: unknown, place: Omit<Placed, 'node' | 'tag'>): Placed[] {
	if (typeof part !== 'object' || part === null) return [];
	const node = part as Content;
	const tag = typeof node.tag === 'string' ? node.tag : undefined;
	const inside = {
		form: tag === 'form' ? node : place.form,
		containers: tag && CONTAINERS.includes(tag) ? [...place.containers, tag] : place.containers,
	};
	const children = Object.entries(node).flatMap(([name, child]) =>
		DATA.includes(name) ? [] : placedIn(child, inside),
	);
	return tag === undefined ? children : [{ node, tag, ...place }, ...children];
}

/** @returns everything that a part of a card is made of, but data, in no order, however deeply it is nested */
export function partsOf(part: Content): Content[] {
	const parts = [part];
	for (const node of parts) {
		for (const [name, child] of Object.entries(node)) {
			if (typeof child !== 'object' || child === null || DATA.includes(name)) continue;
			parts.push(child as Content);
		}
	}
	return parts;
}
