import { apiOf } from '../../api/api.ts';

// The page of guides stands without a program; this alone tells whom to ask, as the service knows it.
const place = document.querySelector('#dau-moi');
const answer = await apiOf(null).publicContact();
if (place && answer.ok) {
  const { name, phone, email } = answer.value.value;
  const ways = [phone && linked(`tel:${phone.replace(/[^\d+]/g, '')}`, phone), email && linked(`mailto:${email}`, email)];
  place.replaceChildren(name, ...ways.flatMap((way) => (way ? [' · ', way] : [])));
}

function linked(address: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = address;
  link.textContent = text;
  return link;
}
