// Passkeys: asks the server what to ask, asks the browser, and sends its answer as the form's own
// field `credential`. Without the script, or in a browser that has no passkeys, nothing is offered.

function bytes(text) {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function text(buffer) {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function described(credential) {
  const { response } = credential;
  const answer = { clientDataJSON: text(response.clientDataJSON) };
  if (response.attestationObject) {
    answer.attestationObject = text(response.attestationObject);
    answer.transports = response.getTransports?.() ?? [];
  } else {
    answer.authenticatorData = text(response.authenticatorData);
    answer.signature = text(response.signature);
    if (response.userHandle) answer.userHandle = text(response.userHandle);
  }
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response: answer,
    clientExtensionResults: credential.getClientExtensionResults(),
  });
}

function made(question) {
  return navigator.credentials.create({
    publicKey: {
      ...question,
      challenge: bytes(question.challenge),
      user: { ...question.user, id: bytes(question.user.id) },
      excludeCredentials: question.excludeCredentials
        .map((known) => ({ ...known, id: bytes(known.id) })),
    },
  });
}

function shown(question) {
  return navigator.credentials.get({
    publicKey: { ...question, challenge: bytes(question.challenge) },
  });
}

async function answered(form) {
  const asked = await fetch(form.dataset.question, {
    method: 'POST',
    body: new URLSearchParams(new FormData(form)),
    headers: { Accept: 'application/json' },
  });
  const question = await asked.json();
  if (!asked.ok) {
    location.assign(`${form.dataset.refused}${encodeURIComponent(question.refused ?? 'passkey-wrong')}`);
    return;
  }
  const credential = await (question.user ? made(question) : shown(question));
  form.elements.credential.value = described(credential);
  form.submit();
}

for (const form of document.querySelectorAll('form[data-question]')) {
  const failed = form.querySelector('[data-failed]');
  const button = form.querySelector('button');
  form.hidden = !window.PublicKeyCredential;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    failed.hidden = true;
    button.disabled = true;
    try {
      await answered(form);
    } catch {
      failed.hidden = false; // The person went away, or the device has none.
    }
    button.disabled = false;
  });
}
