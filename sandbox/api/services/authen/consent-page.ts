import type { User } from '../../../world/types';
import type { Consent } from './grants';

const STYLE = `
body { font: 15px/1.5 system-ui, sans-serif; color: #1f2329; background: #f5f6f7; margin: 0; }
main { max-width: 26rem; margin: 8vh auto; padding: 2rem; background: #fff; border-radius: 8px; }
h1 { font-size: 1.2rem; margin: 0 0 1rem; }
ul { padding-left: 1.2rem; color: #646a73; }
button { font: inherit; width: 100%; margin-top: .5rem; padding: .5rem; cursor: pointer;
	border: 1px solid #d0d3d6; border-radius: 6px; background: #fff; }
button:hover { border-color: #3370ff; color: #3370ff; }`;

/** The page on which a person lets an app act for them; here anybody of the tenant can press. */
export function consentPage({ app, scopes }: Consent, users: User[]): string {
	const people = users.filter(({ resigned }) => !resigned);
	const buttons = people.map(
		({ userId, name }) =>
			`<button name="user_id" value="${escape(userId)}">Agree as ${escape(name)}</button>`,
	);
	return html(
		`${app.name} asks to act for you`,
		`<p>It will be able to use:</p>
<ul>${scopes.map((scope) => `<li>${escape(scope)}</li>`).join('')}</ul>
<form method="post">${buttons.join('\n')}
<button name="user_id" value="">Do not agree</button></form>`,
	);
}

export function refusalPage(reason: string): string {
	return html('This request is not valid', `<p>${escape(reason)}</p>`);
}

function html(title: string, content: string): string {
	return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escape(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${escape(title)}</h1>${content}</main></body></html>`;
}

function escape(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
