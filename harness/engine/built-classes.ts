import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ICredentialType, INodeType, IVersionedNodeType } from 'n8n-workflow';

import manifest from '../../package.json';

const ROOT = path.join(__dirname, '..', '..');

/** The package's built node types by their full names, as n8n would load them. */
export function builtNodeTypes(): Map<string, INodeType | IVersionedNodeType> {
	const files = manifest.n8n.nodes.filter(isBuilt);
	const types = files.map((file) => load<INodeType | IVersionedNodeType>(file));
	return new Map(types.map((type) => [`${manifest.name}.${type.description.name}`, type]));
}

/** The package's built credential types by their names. */
export function builtCredentialTypes(): Map<string, ICredentialType> {
	const files = manifest.n8n.credentials.filter(isBuilt);
	const types = files.map((file) => load<ICredentialType>(file));
	return new Map(types.map((type) => [type.name, type]));
}

const isBuilt = (file: string) => existsSync(path.join(ROOT, file));

/** n8n's rule: the class is exported under the first part of its file's name. */
function load<T>(file: string): T {
	const place = path.join(ROOT, file);
	const className = path.basename(file).split('.', 1)[0] ?? '';
	const classes = require(place) as Record<string, new () => T>;
	const Class = classes[className];
	if (!Class) throw new Error(`${file} does not export ${className}`);
	return new Class();
}
