import type { INodeProperties } from 'n8n-workflow';

import type { ActAs } from '../../shared/transport/actAs';
import { shownFor } from './shownFor';

const GROUP_BOT: ActAs = 'groupBot';

const isSame = (one: INodeProperties) => {
	const text = JSON.stringify(one);
	return (other: INodeProperties) => JSON.stringify(other) === text;
};

/** @param parameter that tells who acts, as the property sees it: with a slash from inside a collection */
const hiddenForGroupBot = (
	property: INodeProperties,
	parameter = 'authentication',
): INodeProperties => ({
	...property,
	displayOptions: { ...property.displayOptions, hide: { [parameter]: [GROUP_BOT] } },
});

const isOptions = ({ name }: INodeProperties) => name === 'options';

const optionsIn = (properties: INodeProperties[]): INodeProperties[] =>
	(properties.find(isOptions)?.options ?? []) as INodeProperties[];

/** The options of the app, of which those that a group bot lacks are hidden from it. */
function optionsByCaller(collection: INodeProperties, groupBot: INodeProperties[]) {
	const names = optionsIn(groupBot).map(({ name }) => name);
	return {
		...collection,
		options: optionsIn([collection]).map((option) =>
			names.includes(option.name) ? option : hiddenForGroupBot(option, '/authentication'),
		),
	};
}

/**
 * Joins the fields that an operation has for the app's bot and for people with those for a group bot.
 * A field that both have stands there once; the others are shown only for theirs. A field of the group
 * bot follows the field of the same name. An option is the same for both, or the group bot lacks it.
 */
export function propertiesByCaller(
	app: INodeProperties[],
	groupBot: INodeProperties[],
): INodeProperties[] {
	const only = groupBot.filter((property) => !isOptions(property) && !app.some(isSame(property)));
	return app.flatMap((property, index) => {
		if (isOptions(property)) return [optionsByCaller(property, groupBot)];
		const isLast = !app.slice(index + 1).some(({ name }) => name === property.name);
		const own = isLast ? only.filter(({ name }) => name === property.name) : [];
		return [
			groupBot.some(isSame(property)) ? property : hiddenForGroupBot(property),
			...shownFor({ authentication: [GROUP_BOT] }, own),
		];
	});
}
