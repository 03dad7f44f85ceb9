import { NodeHelpers, type INode, type INodeProperties } from 'n8n-workflow';

/**
 * Finds fields of an operation by the paths that n8n has for them.
 *
 * @param properties of the operation
 * @param node as it is set up: of several fields with one name, the one is meant that it shows
 * @returns a function from a path, such as `text` or `options.title`, to the field
 */
export function propertyFinder(
	properties: INodeProperties[],
	node: INode,
): (path: string) => INodeProperties | undefined {
	const { parameters } = node;
	const isShown = (property: INodeProperties) =>
		NodeHelpers.displayParameter(parameters, property, node, null, parameters);

	function find(among: INodeProperties[], [name, ...rest]: string[]): INodeProperties | undefined {
		const named = among.filter((property) => property.name === name);
		const property = named.length > 1 ? (named.find(isShown) ?? named[0]) : named[0];
		if (rest.length === 0 || !property) return property;
		const { options = [] } = property;
		if (property.type !== 'fixedCollection') return find(options as INodeProperties[], rest);
		const group = options.find((option) => option.name === rest[0]);
		return group && 'values' in group ? find(group.values, rest.slice(1)) : undefined;
	}

	const found = new Map<string, INodeProperties | undefined>();
	return (path) => {
		if (!found.has(path)) found.set(path, find(properties, path.split('.')));
		return found.get(path);
	};
}
