import { PERSON_SCOPES } from '../../../../shared/purpose/personScopes';
import { lackingScopes } from '../../../../shared/purpose/purposes';
import type { Step } from '../plan';
import { callbackSteps, eventSteps } from './delivery';
import { keySteps } from './keys';
import { changed, unchanged, type Situation } from './step';

function botStep({ hasBot }: Situation): Step {
	if (hasBot) return unchanged('bot', 'The app has a bot');
	return {
		change: 'bot',
		detail: 'Add the bot',
		effect: 'with the published version',
		kind: 'bot',
	};
}

function scopeStep({ needs, scopes }: Situation): Step {
	const lacking = lackingScopes(needs, scopes);
	if (lacking.length === 0) return unchanged('scopes', 'The app has all scopes it needs');
	const add_scopes = lacking.map((scope_name) => ({ scope_name, token_type: 'tenant' as const }));
	return changed('scopes', `Add ${lacking.join(', ')}`, { scope: { add_scopes } });
}

/** Whoever sets a redirect URL wants to act as a person. */
function personScopeSteps({ wish, personScopes }: Situation): Step[] {
	const lacking = PERSON_SCOPES.filter((scope) => !personScopes.includes(scope));
	if (!wish.redirectUrl || lacking.length === 0) return [];
	const add_scopes = lacking.map((scope_name) => ({ scope_name, token_type: 'user' as const }));
	const detail = `Add ${lacking.join(', ')} for people who connect`;
	return [changed('personScopes', detail, { scope: { add_scopes } })];
}

function redirectSteps({ wish: { redirectUrl }, application }: Situation): Step[] {
	if (!redirectUrl) return [];
	if (application.redirect_urls?.includes(redirectUrl)) {
		return [unchanged('redirectUrl', 'The redirect URL is there')];
	}
	const security = { add: { redirect_urls: [redirectUrl] } };
	return [changed('redirectUrl', `Add the redirect URL ${redirectUrl}`, { security }, 'at once')];
}

/** What the set-up takes, in the order in which Lark wants it. Nothing is taken away from the app. */
export const stepsFor = (situation: Situation): Step[] => [
	botStep(situation),
	scopeStep(situation),
	...personScopeSteps(situation),
	...eventSteps(situation),
	...callbackSteps(situation),
	...keySteps(situation),
	...redirectSteps(situation),
];
