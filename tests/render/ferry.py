"""A rich made-up story: a ferry runs aground, and six outlets tell it each in their way."""

from render.builders import (
    article,
    cited,
    claim,
    day,
    document,
    dossier,
    gap,
    origin,
    quotation,
    reuse,
    statement,
)
from rujuk.model.annotations import Document
from rujuk.model.dossier import Dossier
from rujuk.model.statement import Statement

NUSA = article(
    "Warta Nusa",
    "KM Cahaya Bahari Kandas di Perairan Sembilang, 143 Penumpang Dievakuasi",
    "KM Cahaya Bahari kandas di perairan Pulau Sembilang pada Selasa (3/3/2026) sekitar pukul 04.30 WIB.\n"
    "Sebanyak 143 penumpang dievakuasi ke Pelabuhan Teluk Mutiara.\n"
    '"Semua penumpang sudah kami pindahkan ke kapal patroli dan tidak ada korban jiwa," kata Kepala Kantor SAR Teluk Mutiara, Harjono Wiratama, Selasa.\n'
    "Penyebab kandasnya kapal diduga karena kemudi rusak saat ombak setinggi tiga meter.\n"
    "Operator kapal, PT Samudra Jaya Lintas, akan mengganti seluruh biaya tiket penumpang.\n"
    "Warga setempat sempat mendengar bunyi peluit kapal berulang kali sebelum fajar.",
    published_at="2026-03-03T08:15:00+07:00",
    url="https://wartanusa.example/nasional/km-cahaya-bahari-kandas",
    byline="Laras Puspita",
)
SELAT = article(
    "Kabar Selat",
    "Kapal Feri Kandas di Sembilang, Dua Orang Luka",
    "Kapal feri KM Cahaya Bahari kandas di perairan Pulau Sembilang, Selasa dini hari.\n"
    "Menurut Kantor Berita Rantau, kapal itu mengangkut 151 orang.\n"
    '"Semua penumpang sudah kami pindahkan ke kapal patroli," kata Harjono seperti dikutip Kantor Berita Rantau.\n'
    "Dua penumpang luka ringan dan dirawat di Puskesmas Sembilang.\n"
    "Kantor Berita Rantau melaporkan kapal ditarik ke dermaga pada Rabu (4/3/2026).",
    published_at="2026-03-03T09:40:00+07:00",
    url="https://kabarselat.example/2026/03/03/feri-kandas",
)
TELUK = article(
    "Harian Teluk",
    "Feri Kandas, Polisi Periksa Nakhoda",
    "Polisi memeriksa nakhoda KM Cahaya Bahari setelah kapal itu kandas di Karang Batu Hitam.\n"
    "Kepala Kepolisian Air Teluk Mutiara, Sari Dewanti, membantah kemudi kapal rusak.\n"
    '"Kemudi berfungsi baik, yang kami dalami adalah kelalaian di anjungan," ujar Sari.\n'
    "Jumlah penumpang yang dievakuasi 143 orang.\n"
    "Lima penumpang luka ringan.",
    published_at="2026-03-03T15:05:00+07:00",
    url="https://harianteluk.example/berita/881",
    byline="Bagas Anggara dan Tiara Lestari",
)
PESISIR = article(
    "Suara Pesisir",
    "Kapal Feri Kandas di Sembilang",
    "Kapal feri KM Cahaya Bahari kandas di perairan Pulau Sembilang, Selasa dini hari.\n"
    "Menurut Kantor Berita Rantau, kapal itu mengangkut 151 orang.\n"
    "Kantor Berita Rantau melaporkan kapal ditarik ke dermaga pada Rabu (4/3/2026).",
    published_at="2026-03-03",
    url="javascript:alert('pesisir')",
)
COURIER = article(
    "The Strait Courier",
    "Ferry with 151 aboard runs aground off Sembilang",
    "A ferry carrying 151 people ran aground off Sembilang island early on Tuesday, Rantau News Agency reported.\n"
    '"All passengers have been moved to a patrol boat," search and rescue chief Harjono Wiratama said.',
    published_at="2026-03-03T03:30:00+00:00",
    url="https://straitcourier.example/ferry-aground",
    language="en",
)
BANYU = article(
    "Suara Banyu",
    "Kapal Cahaya Bahari kandhas ing Sembilang",
    "Kapal Cahaya Bahari kandhas ing sacedhake Pulo Sembilang nalika esuk umun-umun.",
    published_at="2026-03-03T11:00:00+07:00",
    language="jv",
    copies=2,
)

RANTAU = "Kantor Berita Rantau"


def statements() -> list[Statement]:
    """Return the weighed statements, in no order."""
    aground = [
        claim(
            NUSA,
            "KM Cahaya Bahari kandas di perairan Pulau Sembilang pada Selasa (3/3/2026) sekitar pukul 04.30 WIB",
        ),
        claim(SELAT, "KM Cahaya Bahari kandas di perairan Pulau Sembilang, Selasa dini hari"),
        claim(PESISIR, "KM Cahaya Bahari kandas di perairan Pulau Sembilang, Selasa dini hari"),
        claim(COURIER, "ran aground off Sembilang island early on Tuesday", via=("Rantau News Agency",)),
    ]
    place = [
        claim(TELUK, "kapal itu kandas di Karang Batu Hitam"),
        claim(NUSA, "kandas di perairan Pulau Sembilang"),
    ]
    aboard = [
        claim(SELAT, "kapal itu mengangkut 151 orang", via=(RANTAU,)),
        claim(PESISIR, "kapal itu mengangkut 151 orang", via=(RANTAU,)),
        claim(COURIER, "A ferry carrying 151 people", via=("Rantau News Agency",)),
    ]
    evacuated = [
        claim(NUSA, "Sebanyak 143 penumpang dievakuasi ke Pelabuhan Teluk Mutiara"),
        claim(TELUK, "Jumlah penumpang yang dievakuasi 143 orang"),
    ]
    hurt = [claim(SELAT, "Dua penumpang luka ringan"), claim(TELUK, "Lima penumpang luka ringan")]
    rudder = [
        claim(NUSA, "Penyebab kandasnya kapal", "kemudi rusak", modality="hedged"),
        claim(TELUK, "kemudi kapal rusak", modality="denied", speaker="Sari Dewanti"),
    ]
    towed = [
        claim(SELAT, "kapal ditarik ke dermaga pada Rabu (4/3/2026)", via=(RANTAU,)),
        claim(PESISIR, "kapal ditarik ke dermaga pada Rabu (4/3/2026)", via=(RANTAU,)),
    ]
    chain = {
        SELAT: "Kabar Selat < Kantor Berita Rantau",
        PESISIR: "Suara Pesisir < Kantor Berita Rantau",
        COURIER: "The Strait Courier < Kantor Berita Rantau",
    }
    rantau = origin(RANTAU, "agency", *chain.items())
    rantau2 = origin(RANTAU, "agency", (SELAT, chain[SELAT]), (PESISIR, chain[PESISIR]))
    own_nusa = origin("Warta Nusa", "outlet", (NUSA, "Warta Nusa"))
    own_teluk = origin("Harian Teluk", "outlet", (TELUK, "Harian Teluk"))
    sar = origin(
        "Kantor SAR Teluk Mutiara", "body", (NUSA, "Warta Nusa < Harjono Wiratama < Kantor SAR Teluk Mutiara")
    )
    police = origin(
        "Kepolisian Air Teluk Mutiara",
        "body",
        (TELUK, "Harian Teluk < Sari Dewanti < Kepolisian Air Teluk Mutiara"),
    )
    unknown = origin("", "unknown", (SELAT, "Kabar Selat"))
    return [
        statement(
            "agreed", aground, [own_nusa, rantau], independent=2,
            why=["Kabar Selat, Suara Pesisir dan The Strait Courier bertumpu pada Kantor Berita Rantau: 1 asal", "Warta Nusa tidak menyebut sumber lain: 1 asal"],
        ),
        statement("disputed", place, [own_nusa, own_teluk], gaps=[gap("place", ("Karang Batu Hitam", place[:1]), ("perairan Pulau Sembilang", place[1:]))]),
        statement("relayed", aboard, [rantau], why=["tiga laporan menyebut Kantor Berita Rantau"], expected=1.04, ties=[(NUSA, TELUK, 0.971, "same_origin")]),
        statement("agreed", evacuated, [sar, police], why=["dua lembaga berbeda"]),
        statement("disputed", hurt, [unknown, own_teluk], gaps=[gap("number", ("2 penumpang luka ringan", hurt[:1]), ("5 penumpang luka ringan", hurt[1:]))]),
        statement("disputed", rudder, [own_nusa, police], gaps=[gap("other", ("kemudi rusak (diduga)", rudder[:1]), ("kemudi tidak rusak", rudder[1:]))]),
        statement("relayed", towed, [rantau2]),
        statement("single", [claim(NUSA, "PT Samudra Jaya Lintas, akan mengganti seluruh biaya tiket penumpang", modality="planned")], [own_nusa]),
        statement("single", [claim(NUSA, "Warga setempat sempat mendengar bunyi peluit kapal berulang kali sebelum fajar")], [own_nusa]),
        statement("single", [claim(TELUK, "Polisi memeriksa nakhoda KM Cahaya Bahari")], [own_teluk]),
        statement("single", [claim(SELAT, "dirawat di Puskesmas Sembilang")], [unknown]),
    ]  # fmt: skip


def documents() -> list[Document]:
    """Return the annotated articles."""
    moved = "Semua penumpang sudah kami pindahkan ke kapal patroli"
    return [
        document(
            NUSA,
            quotations=[
                quotation(
                    NUSA, f'"{moved} dan tidak ada korban jiwa," kata Kepala Kantor SAR Teluk Mutiara, Harjono Wiratama',
                    f"{moved} dan tidak ada korban jiwa", speaker="Harjono Wiratama", role="Kepala Kantor SAR Teluk Mutiara",
                )
            ],
            times=[day(NUSA, "Selasa (3/3/2026) sekitar pukul 04.30 WIB", "2026-03-03T04:30", "minute")],
        ),
        document(
            SELAT,
            quotations=[
                quotation(
                    SELAT, f'"{moved}," kata Harjono seperti dikutip Kantor Berita Rantau', moved,
                    speaker="Harjono", name="Harjono Wiratama", via=[RANTAU],
                )
            ],
            times=[day(SELAT, "Selasa dini hari", "2026-03-03T00:00", "part", "2026-03-03T04:59"), day(SELAT, "Rabu (4/3/2026)", "2026-03-04")],
            citations=[cited(SELAT, "Menurut Kantor Berita Rantau", RANTAU)],
        ),
        document(
            TELUK,
            quotations=[
                quotation(
                    TELUK, '"Kemudi berfungsi baik, yang kami dalami adalah kelalaian di anjungan," ujar Sari',
                    "Kemudi berfungsi baik, yang kami dalami adalah kelalaian di anjungan", speaker="Sari", name="Sari Dewanti",
                ),
                quotation(
                    TELUK, "Kepala Kepolisian Air Teluk Mutiara, Sari Dewanti, membantah kemudi kapal rusak",
                    "kemudi kapal rusak", speaker="Sari Dewanti", role="Kepala Kepolisian Air Teluk Mutiara", kind="indirect",
                ),
            ],
        ),
        document(
            PESISIR,
            times=[day(PESISIR, "Rabu (4/3/2026)", "2026-03-04")],
            citations=[cited(PESISIR, "Menurut Kantor Berita Rantau", RANTAU)],
        ),
        document(
            COURIER,
            quotations=[
                quotation(
                    COURIER, '"All passengers have been moved to a patrol boat," search and rescue chief Harjono Wiratama said',
                    "All passengers have been moved to a patrol boat", speaker="Harjono Wiratama", role="search and rescue chief",
                )
            ],
            citations=[cited(COURIER, "Rantau News Agency", "Rantau News Agency")],
        ),
        document(BANYU, analysed=False),
    ]  # fmt: skip


def ferry() -> Dossier:
    """Return the story's dossier: every status but developing, quotations, times, a copy, a language without a pack."""
    copied = "KM Cahaya Bahari kandas di perairan Pulau Sembilang, Selasa dini hari.\nMenurut Kantor Berita Rantau, kapal itu mengangkut 151 orang."
    return dossier(documents(), statements(), [reuse(SELAT, PESISIR, copied, "verbatim")])
