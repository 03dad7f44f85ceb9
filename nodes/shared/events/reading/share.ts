import { toText } from '../values';
import { label, textOnly, type ContentReader } from './reader';

export const chatCardReader: ContentReader = ({ chat_id }) =>
	textOnly(label('Chat card', toText(chat_id)));

export const userCardReader: ContentReader = ({ user_id }) =>
	textOnly(label('User card', toText(user_id)));

export const locationReader: ContentReader = ({ name, latitude, longitude }) =>
	textOnly(label('Location', toText(name), toText(latitude), toText(longitude)));
