import { useState } from 'react';
import { Button, IconButton, LinkButton } from '@/ui/Button';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { Dialog } from '@/ui/Dialog';
import { Row, Stack } from '@/ui/Layout';
import { Menu } from '@/ui/Menu';
import { PlainText } from '@/ui/PlainText';
import { Stepper } from '@/ui/Stepper';
import { Tabs } from '@/ui/Tabs';
import { showToast } from '@/ui/toasts';

export function ActionSamples() {
  return (
    <Stack>
      <Row>
        <Button variant="primary" icon="check">
          Meld je aan
        </Button>
        <Button>Op de wachtlijst</Button>
        <Button variant="quiet" icon="edit">
          Wijzigen
        </Button>
        <Button variant="danger">Afgelasten</Button>
        <Button isDisabled>Nog niet open</Button>
        <Button variant="primary" busyText="Even geduld…">
          Opslaan
        </Button>
        <LinkButton href="/stijlgids" icon="arrow">
          Naar een pagina
        </LinkButton>
        <IconButton icon="print" label="Afdrukken" />
      </Row>
      <Row>
        <DialogSample />
        <ConfirmSample />
        <Button onPress={() => showToast({ text: 'Je bent aangemeld.' })}>Korte melding</Button>
        <Button
          onPress={() =>
            showToast({ text: 'Je bent afgemeld.', action: { label: 'Ongedaan maken', onAct: () => undefined } })
          }
        >
          Melding met terugweg
        </Button>
        <Menu
          label="Acties"
          trigger={<IconButton icon="more" label="Meer acties" />}
          entries={[
            { id: 'edit', label: 'Wijzigen', icon: 'edit', onSelect: () => showToast({ text: 'Gewijzigd.' }) },
            { id: 'page', label: 'Naar de lijst', icon: 'arrow', href: '/' },
            { id: 'end', label: 'Functie beëindigen', icon: 'close', tone: 'bad', onSelect: () => undefined },
          ]}
        />
      </Row>
      <Tabs
        label="Voorbeeld van tabs"
        current="/stijlgids"
        tabs={[
          { href: '/stijlgids', label: 'Overzicht' },
          { href: '/stijlgids#leden', label: 'Leden', count: { value: 3, meaning: 'wachten op antwoord' } },
          { href: '/stijlgids#functies', label: 'Functies' },
          { href: '/stijlgids#doelen', label: 'Doelen' },
        ]}
      />
      <Stepper
        label="Stappen van het plan"
        steps={[
          { label: 'Waarom', state: 'done', href: '/stijlgids' },
          { label: 'Wie', state: 'current', href: '/stijlgids' },
          { label: 'Eerste jaar', state: 'ahead' },
          { label: 'Doel', state: 'ahead' },
        ]}
      />
    </Stack>
  );
}

function DialogSample() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>Venster</Button>
      <Dialog
        title="Afspraken van het netwerk"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        footer={
          <Button variant="primary" onPress={() => setOpen(false)}>
            Begrepen
          </Button>
        }
      >
        <PlainText>
          {
            'Doel: inwoners en raadsleden elkaar laten ontmoeten.\nDuur: drie jaar.\n\nDe kerngroep belegt elk kwartaal minstens één bijeenkomst.'
          }
        </PlainText>
      </Dialog>
    </>
  );
}

function ConfirmSample() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>Vraag met reden</Button>
      <ConfirmDialog
        title="Bijeenkomst afgelasten?"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        confirmText="Afgelasten"
        tone="danger"
        reason={{ label: 'Waarom gaat het niet door?', hint: 'Wie zich heeft aangemeld krijgt dit te lezen.' }}
        onConfirm={() => setOpen(false)}
      >
        <p>Alle 68 aangemelde mensen krijgen een bericht.</p>
      </ConfirmDialog>
    </>
  );
}
