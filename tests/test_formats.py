from lakip_lib import formats


def test_the_package_offers_what_it_names() -> None:
    assert all(hasattr(formats, nama) for nama in formats.__all__)
