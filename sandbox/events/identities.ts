import { ids } from '../world/ids';
import { hasScope, USER_ID_SCOPE } from '../world/scopes';
import type { App, Sender } from '../world/types';
import type { World } from '../world/world';

/** The three IDs of a person or bot as an app gets them. A bot has no user_id; that of a person needs a scope. */
export function idsOf(who: Sender, app: App, world: World) {
	if (who.type === 'app') {
		const bot = world.app(who.appId);
		return { union_id: bot?.botUnionId ?? '', user_id: '', open_id: bot?.botOpenId ?? '' };
	}
	return {
		union_id: world.userById(who.userId)?.unionId ?? '',
		...(hasScope(app, USER_ID_SCOPE) && { user_id: who.userId }),
		open_id: ids.open(app.appId, who.userId),
	};
}
