from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import article, claim
from rujuk.render import render
from rujuk.store import store
from rujuk.store.archive import Archive
from rujuk.web.app import application
from rujuk.web.headers import HEADERS
from store.stories import ARTICLES, BENTARA, BRIDGE, FIRE, JEMBATAN, LENTERA, dossier, recleaned, statement
from web.browser import get

ADDRESSES = [
    "/",
    "/dossiers.json",
    f"/dossiers/{FIRE.id}",
    f"/dossiers/{FIRE.id}.json",
    "/search",
    "/search?q=warga",
    "/search.json?q=warga",
    f"/articles/{LENTERA.id}",
    f"/articles/{LENTERA.id}.json",
]


@pytest.mark.parametrize("address", [*ADDRESSES, "/tidak-ada", "/?page=0", "//example.org"])
def test_every_answer_is_guarded(app, address):
    headers = get(app, address).headers
    assert {name: headers.get(name.lower()) for name in HEADERS} == HEADERS


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_runs_and_nothing_is_fetched(app, address):
    answer = get(app, address)
    assert answer.status == 200
    if answer.headers["content-type"].startswith("text/html"):
        page = answer.page
        assert not page.xpath(
            "//script | //link | //img | //iframe | //@onclick | //*[starts-with(@href, 'javascript:')]"
        )
        assert [form.get("action") for form in page.xpath("//form")] in ([], ["/search"])


def links(app, start):
    """Return every address inside the room that can be reached by links from one of them."""
    seen, todo = set(), [start]
    while todo:
        address = todo.pop()
        if address not in seen:
            seen.add(address)
            answer = get(app, address)
            assert answer.status == 200, address
            if answer.headers["content-type"].startswith("text/html"):
                found = answer.page.xpath("//a/@href")
                todo += [link.partition("#")[0] for link in found if link.startswith("/")]
    return seen


def test_every_link_leads_somewhere(app):
    seen = links(app, "/search?q=gudang")
    assert {"/", f"/dossiers/{FIRE.id}", f"/dossiers/{BRIDGE.id}", "/dossiers.json?page=1"} <= seen
    assert any(address.startswith(f"/articles/{LENTERA.id}?start=") for address in seen)


def test_the_list(app):
    page = get(app, "/").page
    assert [link.get("href") for link in page.xpath("//li//h3/a")] == [
        f"/dossiers/{FIRE.id}",
        f"/dossiers/{BRIDGE.id}",
    ]
    assert "2 berkas · 3 artikel · 3 pernyataan" in page.text_content()
    assert [item["id"] for item in get(app, "/dossiers.json").json["dossiers"]] == [FIRE.id, BRIDGE.id]


def test_a_dossier_is_the_rendered_one_and_its_data(app):
    assert get(app, f"/dossiers/{FIRE.id}").text == render(FIRE, language="id", index="../")
    assert get(app, f"/dossiers/{FIRE.id}.json").json == FIRE.to_dict()


def test_a_search_shows_marked_words_and_leads_into_the_article(app):
    page = get(app, "/search?q=" + quote("55 mengungsi")).page
    (item,) = page.xpath("//li[.//span[@class='kind'] = 'Pernyataan']")
    assert [mark.text for mark in item.xpath(".//mark")] == ["55", "mengungsi"]
    anchor = item.xpath(".//h3/a/@href")[0].partition("#")[2]
    assert get(app, f"/dossiers/{FIRE.id}").page.xpath("//*[@id = $anchor]", anchor=anchor)
    into = item.xpath(".//div/a/@href")[0]
    assert [mark.text for mark in get(app, into.partition("#")[0]).page.xpath("//mark[@id='mark']")] == [
        "Sebanyak 55 warga mengungsi"
    ]


def test_a_denied_claim_is_said_to_be_denied(app):
    page = get(app, "/search?q=dua+tahun").page
    assert [node.text for node in page.xpath("//*[contains(@class, 'modal')]")] == ["dibantah"]


def test_the_json_of_a_search_is_the_page_s(app, path, packs):
    found = get(app, "/search.json?q=warga").json
    with Archive.open(path, packs=packs) as archive:
        assert found["hits"] == [hit.to_dict() for hit in archive.search("warga", 50)]
    assert found["total"] == len(found["hits"]) == len(get(app, "/search?q=warga").page.xpath("//li"))


@pytest.mark.parametrize("query", ["", "%20%20", "gempa", "%22%22", "%00", "%ff%fe"])
def test_a_search_that_finds_nothing_says_so(app, query):
    answer = get(app, f"/search?q={query}")
    assert answer.status == 200
    assert answer.page.xpath("//p[@class='empty']")


@pytest.mark.parametrize("own", ARTICLES, ids=lambda own: own.id[0])
@pytest.mark.parametrize("part", ["body", "title"])
@given(data=st.data())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_mark_is_the_characters_asked_for(app, own, part, data):
    text = own.part_text(part)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    page = get(app, f"/articles/{own.id}?start={start}&end={end}&part={part}").page
    (mark,) = page.xpath("//mark")
    assert mark.text_content() == text[start:end]
    shown = page.xpath("//h1" if part == "title" else "//div[@class='text']")[0]
    assert shown.text_content() == text


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/articles/" + "9" * 16, 404),
        ("/dossiers/" + "9" * 16, 404),
        ("/dossiers/..%2f..%2fetc%2fpasswd", 404),
        (f"/articles/{LENTERA.id}?start=0&end=99999", 404),
        (f"/articles/{LENTERA.id}?text=lain", 404),
        (f"/articles/{LENTERA.id}?start=5&end=5", 400),
        (f"/articles/{LENTERA.id}?start=-1&end=5", 400),
        (f"/articles/{LENTERA.id}?start=1", 400),
        (f"/articles/{LENTERA.id}?start=1&end=2&part=kaki", 400),
        (f"/articles/{LENTERA.id}?start=0&end=" + "9" * 6000, 400),
        (f"/articles/{LENTERA.id}?start=%D9%A1&end=%D9%A5", 400),
        ("/?page=0", 400),
        ("/?page=dua", 400),
        ("/search?q=" + "a" * 1001, 400),
        ("/search?q=warga&page=999999999", 200),
    ],
)
def test_odd_addresses(app, address, status):
    answer = get(app, address)
    assert answer.status == status
    assert answer.page.xpath("//h1")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_changed(app, path, method):
    before = path.read_bytes()
    assert get(app, f"/dossiers/{FIRE.id}", method=method).status == 405
    assert path.read_bytes() == before


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_query_is_answered(app, query):
    typed = quote(query.encode("utf-8", "replace"))
    answer = get(app, f"/search?q={typed}")
    assert answer.status == 200
    assert not answer.page.xpath("//script")


def test_hostile_texts_stay_text(tmp_path, packs):
    text = "<script>alert(1)</script> \"'><img src=x onerror=alert(2)> warga \ud800\0\u2028 {{ 7*7 }}"
    own = article(
        "7" * 16, text, title=text, url="javascript:alert(3)", outlet="<b>Media</b>", byline=text, captions=text,
        language='id"><script>', published_at="<i>kemarin</i>",
    )  # fmt: skip
    made = dossier(text, (own,), statements=(statement("single", claim(own, text)),))
    store([own], [made], path=tmp_path / "a.db", packs=packs)
    app = application(tmp_path / "a.db", packs=packs)
    for address in ("/", "/search?q=warga", f"/articles/{own.id}?start=0&end=9", f"/dossiers/{made.id}"):
        page = get(app, address).page
        assert not page.xpath(
            "//script | //img | //i[. = 'kemarin'] | //*[starts-with(@href, 'javascript:')]"
        ), address
        assert "<script>alert(1)</script>" in page.text_content()
        assert "{{ 7*7 }}" in page.text_content()


def test_an_older_text_keeps_its_address(tmp_path, packs):
    path = tmp_path / "a.db"
    store(ARTICLES, [FIRE], path=path, packs=packs)
    store([recleaned(LENTERA, "Gudang terbakar.")], (), path=path, packs=packs)
    app = application(path, packs=packs)
    newest, older = (
        get(app, f"/articles/{LENTERA.id}{text}") for text in ("", f"?text={LENTERA.text_sha256}")
    )
    assert "Gudang terbakar." in newest.text
    assert "Petugas mengevakuasi" in older.text


def test_pages_of_a_long_list(tmp_path, packs):
    path = tmp_path / "a.db"
    many = [article(f"{number:016}", f"Hujan turun di desa nomor {number}.") for number in range(120)]
    made = [dossier(f"Hujan {number}", (own,)) for number, own in enumerate(many)]
    store(many, made, path=path, packs=packs)
    app = application(path, packs=packs)
    for start in ("/?", "/search?q=hujan&"):
        shown = [get(app, f"{start}page={number}").page.xpath("//li//h3/a/@href") for number in (1, 2, 3, 4)]
        assert [len(page) for page in shown] == [50, 50, 20, 0]
        assert len({link for page in shown for link in page}) == 120
    assert get(app, "/?page=2").page.xpath("//nav/a/@href") == ["/?page=1", "/?page=3"]


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8000", 200),
        ("localhost:8000", 200),
        ("[::1]:8000", 200),
        ("jahat.example", 400),
        ("", 400),
    ],
)
def test_only_this_computer_s_names_are_answered(app, host, status):
    assert get(app, "/", host=host).status == status


def test_an_archive_that_is_gone_is_said_so(tmp_path, packs):
    answer = get(application(tmp_path / "hilang.db", packs=packs), "/")
    assert answer.status == 500
    assert str(tmp_path) not in answer.text


def test_english_pages(path, packs):
    app = application(path, packs=packs, language="en")
    assert "2 dossiers" in get(app, "/").page.text_content()
    assert get(app, f"/articles/{JEMBATAN.id}").page.xpath("/html/@lang") == ["en"]
    assert get(app, f"/articles/{BENTARA.id}").page.xpath("//div[@class='text']/@lang") == ["id"]
