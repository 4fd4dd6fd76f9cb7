"""Who reuses whose text in made-up stories: kind, direction, origin and the stretches that correspond."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluster.builders import document
from rujuk.cluster import reuse
from weigh.builders import outlets

PARAGRAPH = (
    "Kapal feri pengangkut sayur dan buah kandas di beting pasir dekat muara sungai setelah mesin utamanya mati "
    "mendadak di tengah gelombang setinggi dua meter yang datang dari arah laut lepas"
)
OTHER = (
    "Warga desa di tepi muara bergotong royong menurunkan muatan memakai perahu kecil sepanjang malam, sementara "
    "syahbandar melarang kapal lain melintas sampai air pasang kembali esok pagi"
)
QUOTE = "Kami sudah mengingatkan nakhoda agar menunggu air pasang sebelum masuk ke muara"


def edges(*documents, vectors=None):
    return reuse(documents, vectors, outlets=outlets())


def pair(first: str, second: str, **known):
    left = document(first, outlet="warta-nusa", key="a", at=known.get("left_at", "2031-05-02T08:00:00+07:00"))
    right = document(
        second, outlet="harian-lazuardi", key="b", at=known.get("right_at", "2031-05-02T11:00:00+07:00")
    )
    return left, right


CASES = {
    "word for word": (f"{PARAGRAPH}.", f"{PARAGRAPH}.", ["verbatim"]),
    "one paragraph of two": (f"{PARAGRAPH}. {OTHER}.", f"Redaksi. {PARAGRAPH}.", ["verbatim"]),
    "edited": (
        f"{PARAGRAPH}. {OTHER}.",
        f"{PARAGRAPH.replace('mendadak', 'tiba-tiba')}. Belum ada keterangan dari pemilik kapal tentang kerugian yang diderita.",
        ["edited"],
    ),
    "nothing shared": (f"{PARAGRAPH}.", f"{OTHER}.", []),
    "only an office and a name": (
        "Menteri Koordinator Bidang Kelautan dan Kepulauan Raden Surya berkunjung. " + PARAGRAPH,
        "Menteri Koordinator Bidang Kelautan dan Kepulauan Raden Surya pulang. " + OTHER,
        [],
    ),
    "only a ship, its place and the day": (
        "Kapal feri KM Putri Selasih di perairan Teluk Dalam, Kabupaten Kepulauan Nusa, Jumat (2/5/2031) terbakar. "
        + PARAGRAPH,
        "Kapal feri KM Putri Selasih di perairan Teluk Dalam, Kabupaten Kepulauan Nusa, Jumat (2/5/2031) tenggelam. "
        + OTHER,
        [],
    ),
    "one quotation": (
        f'{PARAGRAPH}. "<q Sari Wening>{QUOTE}</q>," kata Sari.',
        f'{OTHER}. "<q Sari Wening>{QUOTE}</q>," ujar Sari Wening.',
        ["same_quotation"],
    ),
    "one names the other": (
        f"{PARAGRAPH}.",
        f"{OTHER}, seperti dikutip <c Warta Nusa>Warta Nusa</c>.",
        ["declared"],
    ),
}


@pytest.mark.parametrize(("first", "second", "kinds"), CASES.values(), ids=CASES.keys())
def test_kinds(first: str, second: str, kinds: list[str]) -> None:
    assert [edge.kind for edge in edges(*pair(first, second))] == kinds


def test_spans_correspond_and_stand_in_the_articles() -> None:
    left, right = pair(f"{PARAGRAPH}. {OTHER}.", f"Redaksi. {PARAGRAPH}.")
    edge = edges(left, right)[0]
    by_id = {item.article.id: item.article for item in (left, right)}
    (one, other), *rest = edge.spans
    assert not rest
    assert one.text == other.text == PARAGRAPH
    assert by_id[edge.left].holds(one)
    assert by_id[edge.right].holds(other)


DAY = "2031-05-02"
TIMES = {
    "both moments": (f"{DAY}T08:00:00+07:00", f"{DAY}T11:00:00+07:00", "later from earlier"),
    "another zone": (f"{DAY}T08:00:00+07:00", f"{DAY}T03:00:00+00:00", "later from earlier"),
    "one day, one moment": (DAY, f"{DAY}T11:00:00+07:00", None),
    "two days": (DAY, "2031-05-03", "later from earlier"),
    "one not known": (None, DAY, None),
    "unreadable": ("kemarin sore", DAY, None),
    "the same moment": (f"{DAY}T08:00:00+07:00", f"{DAY}T08:00:00+07:00", None),
}


@pytest.mark.parametrize(("left_at", "right_at", "expected"), TIMES.values(), ids=TIMES.keys())
def test_direction_by_time(left_at, right_at, expected) -> None:
    left, right = pair(f"{PARAGRAPH}.", f"{PARAGRAPH}.", left_at=left_at, right_at=right_at)
    edge = edges(left, right)[0]
    taken = "left>right" if edge.left == left.article.id else "right>left"
    assert edge.direction == (taken if expected else None)


def test_declaration_beats_the_clock() -> None:
    left, right = pair(f"{PARAGRAPH}. Demikian <c Harian Lazuardi>Harian Lazuardi</c>.", f"{PARAGRAPH}.")
    directions = {edge.kind: edge.direction for edge in edges(left, right)}
    expected = "right>left" if left.article.id < right.article.id else "left>right"
    assert directions == {"verbatim": expected, "declared": expected}


@pytest.mark.parametrize(
    ("named_at", "kinds"), [("07", ["declared"]), ("09", [])], ids=["out by then", "later"]
)
def test_an_article_named_before_it_came_out_is_another_one(named_at: str, kinds: list[str]) -> None:
    left, right = pair(
        f"{PARAGRAPH}. Demikian <c Harian Lazuardi>Harian Lazuardi</c>.",
        f"{OTHER}.",
        right_at=f"{DAY}T{named_at}:00:00+07:00",
    )
    assert [edge.kind for edge in edges(left, right)] == kinds


SENTENCES = (
    "Feri sayur itu kandas pada subuh hari.",
    "Semua awak dinyatakan selamat.",
    "Mesin utama mati karena saringan tersumbat.",
    "Kapal ditarik saat air pasang.",
)
REWORDED = (
    "Pada pagi buta angkutan bahan pangan tersebut terdampar.",
    "Tidak satu pun kru menjadi korban.",
    "Penyebabnya penyaring bahan bakar yang buntu.",
    "Begitu laut naik, bangkai digeret ke dermaga.",
)


def by_meaning(texts):
    """Return one direction a fact: what an encoder gives for sentences that say the same in other words."""
    facts = {text: at for told in (SENTENCES, REWORDED) for at, text in enumerate(told)}
    rows = np.zeros((len(texts), 8), dtype=np.float32)
    for row, text in zip(rows, texts, strict=True):
        row[next((at for told, at in facts.items() if told in text), 7)] = 1.0
    return rows


@pytest.mark.parametrize(
    ("left_cites", "right_cites", "told", "kinds"),
    [
        ("Kantor Berita Selat", "Kantor Berita Selat", REWORDED, ["translation"]),
        ("Kantor Berita Selat", "Kantor Berita Pulau", REWORDED, []),
        ("Kantor Berita Selat", "Kantor Berita Selat", REWORDED[:1], ["common_original"]),
        ("Badan Pelayaran", "Badan Pelayaran", REWORDED, ["common_original"]),
        ("Kantor Berita Selat", "Kantor Berita Selat", REWORDED[::-1], ["common_original"]),
    ],
    ids=["one agency", "two agencies", "one sentence", "one body", "another order"],
)
def test_reworded_original(left_cites, right_cites, told, kinds) -> None:
    left = document("\n".join(SENTENCES), outlet="warta-nusa", key="a", whole=[left_cites])
    right = document("\n".join(told), outlet="harian-lazuardi", key="b", whole=[right_cites])
    found = edges(left, right, vectors=by_meaning)
    assert [edge.kind for edge in found] == kinds
    assert all(edge.origin == left_cites for edge in found)


DAMAGE = "Tercatat <n 11 kk>11</n> keluarga, <n 42 jiwa>42</n> jiwa, kerugian <n 281200000 rupiah>281.200.000</n> rupiah."


def test_figures_that_few_others_give_show_one_unnamed_original() -> None:
    """A list of damage that two outlets copy out: nobody is named, and a third report has other figures."""
    told = {"warta-nusa": SENTENCES, "harian-lazuardi": REWORDED}
    made = [document("\n".join([*said, DAMAGE]), outlet=name, key=name) for name, said in told.items()]
    other = document(f"{OTHER}. Ada <n 35 warga>35</n> warga.", outlet="kabar-selat", key="other")
    (edge,) = edges(*made, other, vectors=by_meaning)
    assert (edge.kind, edge.origin, edge.direction) == ("common_original", None, None)
    assert {edge.left, edge.right} == {item.article.id for item in made}
    assert (
        edges(*(document("\n".join(said), outlet=n, key=n) for n, said in told.items()), vectors=by_meaning)
        == ()
    )


RELEASE = "dalam siaran pers yang dibagikan Jumat"
BRIEFING = "saat jumpa pers di kantornya"
CHANNELS = {
    "both give the written text": (RELEASE, "lewat keterangan tertulisnya", "press_release"),
    "both were in the room": (BRIEFING, "dalam konferensi pers", "press_conference"),
    "a written text beside an occasion": (RELEASE, BRIEFING, "common_original"),
    "only one says so": (RELEASE, "di Jakarta", "common_original"),
    "nobody says so": ("di Jakarta", "kepada warga", "common_original"),
}


@pytest.mark.parametrize(("one", "other", "kind"), CHANNELS.values(), ids=CHANNELS.keys())
def test_press_release_and_press_conference_are_told_where_both_say_so(one, other, kind) -> None:
    made = [
        document(
            "\n".join([f"<q Sari Wening>{told[0][:-1]}</q>, kata Sari Wening {how}.", *told[1:]]),
            outlet=outlet,
            key=outlet,
        )
        for told, how, outlet in ((SENTENCES, one, "warta-nusa"), (REWORDED, other, "harian-lazuardi"))
    ]
    found = [edge for edge in edges(*made, vectors=by_meaning) if edge.kind != "same_quotation"]
    assert [(edge.kind, edge.origin) for edge in found] == [(kind, "Sari Wening")]


@given(st.permutations(range(5)))
def test_order_of_input_never_shows(order) -> None:
    made = [
        document(text, key=str(at))
        for at, text in enumerate([PARAGRAPH, OTHER, PARAGRAPH, f"{PARAGRAPH}. {OTHER}", QUOTE])
    ]
    assert edges(*[made[at] for at in order]) == edges(*made)


@given(st.text(alphabet='ab \n"”“\u2028\x001234.,', max_size=400), st.text(max_size=200))
def test_any_text_is_read(first: str, second: str) -> None:
    assert isinstance(
        edges(document(first or "x", key="a"), document(second.replace("<", "") or "y", key="b")), tuple
    )


def test_a_refrain_costs_no_time_and_is_no_copy_of_another() -> None:
    refrain = document("naik turun naik turun " * 5000, key="a")
    assert edges(refrain, document(f"{PARAGRAPH}.", key="b")) == ()
