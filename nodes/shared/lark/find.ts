import type { IHttpRequestMethods } from 'n8n-workflow';

import { BOT_OR_USER } from '../transport/actAs';
import { endpoint, valuesInPath, type Endpoint } from '../transport/endpoint';
import * as app from './app';
import * as apps from './apps';
import * as batchMessages from './batchMessages';
import * as cardEntities from './cardEntities';
import * as cards from './cards';
import * as chatMembers from './chatMembers';
import * as chatMenus from './chatMenus';
import * as chatTabs from './chatTabs';
import * as chats from './chats';
import * as departments from './departments';
import * as feedCards from './feedCards';
import * as files from './files';
import * as groupBot from './groupBot';
import * as messages from './messages';
import * as paced from './paced';
import * as people from './people';
import * as pins from './pins';
import * as reactions from './reactions';
import * as slashCommands from './slashCommands';
import * as urlPreviews from './urlPreviews';

/** All endpoints that are known here. */
export const endpoints: readonly Endpoint[] = [
	app,
	apps,
	batchMessages,
	cardEntities,
	cards,
	chatMembers,
	chatMenus,
	chatTabs,
	chats,
	departments,
	feedCards,
	files,
	groupBot,
	messages,
	paced,
	people,
	pins,
	reactions,
	slashCommands,
	urlPreviews,
].flatMap((service) => Object.values(service) as Endpoint[]);

/** IDs in a path, by the prefixes that Lark gives them (home/user-identity-introduction). */
const ID_SEGMENT = /\/(?:om|omt|oc|ou|on|od|bm|cli|img|file)[_-][^/]+/g;

/**
 * Finds the endpoint that a path belongs to, as a user types it.
 *
 * @param path with its values filled in
 * @returns for an unknown path an endpoint that is paced as usual, whatever IDs are in the path, and
 * never repeated unless its method states what is to be
 */
export function endpointFor(method: IHttpRequestMethods, path: string): Endpoint {
	const candidates = endpoints.filter(
		(known) => known.method === method && valuesInPath(known.path, path),
	);
	const [exact] = candidates.sort((a, b) => a.path.split(':').length - b.path.split(':').length);
	return (
		exact ??
		endpoint(method, path.replace(ID_SEGMENT, '/:id'), { tokens: BOT_OR_USER, scopes: [], doc: '' })
	);
}
